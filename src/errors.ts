/**
 * Wrong use of the command line: nothing was checked. It ends the command with exit code 64 and is
 * said on stderr alone. A failed check is not an error but a report.
 */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The person pressed Ctrl-C, or the program was asked to end: exit code 130. */
export class InterruptedError extends Error {
  override name = 'InterruptedError';
}

/** A file that was named on the command line cannot be read: exit code 66. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/** The code that the system, the resolver or the TLS library gave an error, such as `ENOENT`. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
