/**
 * What Tailchat's own server says of mail, without a reason: that mail was not available when it started, that a mail
 * failed, that one had no recipient, that a mail took longer than the ten seconds that it waits (Moleculer).
 */
export type ServerWords = 'unavailable' | 'mail-failed' | 'no-recipients' | 'too-long';
