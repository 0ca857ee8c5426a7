/**
 * The exit codes of the command: sysexits.h, as sendmail and msmtp use them. The table of docs/reference.md is
 * compared with this one by a test.
 */
export const ExitCode = {
  /** The check passed. */
  ok: 0,
  /** `explain` alone: nothing was recognised. */
  nothingFound: 1,
  /** EX_USAGE: wrong use of the command line. */
  usage: 64,
  /** EX_DATAERR: the message, or an address in it, is at fault. */
  dataError: 65,
  /** EX_NOINPUT: a named file cannot be read. */
  noInput: 66,
  /** EX_NOUSER: the recipient is at fault. */
  noUser: 67,
  /** EX_NOHOST: the server's name is unknown. */
  noHost: 68,
  /** EX_UNAVAILABLE: the service is not available. */
  unavailable: 69,
  /** EX_SOFTWARE: a bug in this program. */
  software: 70,
  /** EX_TEMPFAIL: temporary; the same again later may work. */
  tempFail: 75,
  /** EX_PROTOCOL: the two sides do not agree on the protocol. */
  protocol: 76,
  /** EX_NOPERM: the server refuses permission. */
  noPermission: 77,
  /** EX_CONFIG: the settings are wrong, or missing. */
  config: 78,
  /** 128 + SIGINT: interrupted. */
  interrupted: 130,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
