/** What programs call a secret: as the source of an expression without flags, whose alternatives want brackets around them. */
export const SECRET_WORDS = 'pass(?:word|wd|phrase)?|pwd|secret|token';
