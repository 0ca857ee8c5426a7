import type { ValueSource } from '../report/report.js';

/** Node's variables that decide whom Tailchat's server believes. */
export const TRUST_VARIABLES = ['NODE_EXTRA_CA_CERTS', 'NODE_TLS_REJECT_UNAUTHORIZED'] as const;

/** The authorities that Tailchat's server believes besides those of its Node, as far as they are known. */
export interface ServerTrust {
  /** The file of authorities in the server's settings, and where they name it. */
  authorities?: { path: string; source: ValueSource };
  /** The content of that file, if it could be read. */
  pem?: string;
  /** The setting that switches the check of certificates off. */
  off?: ValueSource;
  /** The file of authorities that this shell names and the server's settings do not. */
  ofShell?: string;
}

/** A variable from the place of the server's settings. */
export type TrustValue = { value: string; source: ValueSource } | undefined;

/**
 * Puts together what the variables say.
 *
 * @param uriSource where `SMTP_URI` comes from: what stands in a file with it counts for the server, and what
 *   stands in the shell does not
 * @param find a variable where the file's settings stand
 */
export function readServerTrust(
  uriSource: ValueSource | undefined,
  find: (variable: (typeof TRUST_VARIABLES)[number]) => TrustValue,
  env: Readonly<Record<string, string | undefined>>,
): ServerTrust {
  const shell = env.NODE_EXTRA_CA_CERTS;
  if (uriSource?.kind === 'file') {
    const authorities = find('NODE_EXTRA_CA_CERTS');
    const checking = find('NODE_TLS_REJECT_UNAUTHORIZED');
    return {
      ...(authorities?.value
        ? { authorities: { path: authorities.value, source: authorities.source } }
        : {}),
      ...(checking?.value === '0' ? { off: checking.source } : {}),
      ...(shell && !authorities?.value ? { ofShell: shell } : {}),
    };
  }
  const isOff = uriSource?.kind === 'env' && env.NODE_TLS_REJECT_UNAUTHORIZED === '0';
  return isOff ? { off: { kind: 'env' } } : {};
}
