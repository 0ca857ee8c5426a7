/** The field of the test mail that carries its token. */
export const TOKEN_FIELD = 'X-Tailchat-Smtp-Test';
