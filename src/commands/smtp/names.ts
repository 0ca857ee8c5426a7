/** What can stand behind `tailchat smtp`. */
export const SMTP_COMMANDS = ['verify', 'test', 'explain', 'domain', 'providers'] as const;

/** One of the commands behind `tailchat smtp`. */
export type SmtpCommand = (typeof SMTP_COMMANDS)[number];
