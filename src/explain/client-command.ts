/** A command of a mail client's, as transcripts show it. */
export const CLIENT_COMMAND =
  /(?:^|->|>>>|\bC:|CLIENT -> SERVER:|[>~]) ?(EHLO|HELO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA)\b/;
