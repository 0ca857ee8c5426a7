/** What can stand behind `tailchat smtp`. */
export const SMTP_COMMANDS: readonly string[] = ['verify', 'test', 'explain', 'domain'];
