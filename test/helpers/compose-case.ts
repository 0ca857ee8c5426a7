/** A folder with a compose file, and what the container of a service gets. */
export interface ComposeCase {
  name: string;
  files: Record<string, string>;
  /** The folder that Compose runs in, below. Default: the top. */
  cwd?: string;
  env?: Record<string, string>;
  /** Default: the one that the product chooses. */
  service?: string;
  /** The URI and the sender, null where the container has none; or the problem for which Compose refuses. */
  values: { uri?: string | null; sender?: string | null } | string;
  /** Where docker-compose 1.29 does otherwise: what it gives, or that it refuses, or that it has no such thing. */
  v1?: ComposeCase['values'] | 'refused' | 'unknown';
  /** Where Compose 2.40 does otherwise. */
  v2?: ComposeCase['values'] | 'refused' | 'unknown';
  /** Where Compose 2.26 does otherwise than 2.40. */
  v2_26?: ComposeCase['values'] | 'refused';
}

export const URI = 'smtps://me%40mail.example:abcd@mail.example:465/?pool=true';
export const OTHER = 'smtps://u:x@other.example:465';
export const FULL = `SMTP_URI=${URI}\nSMTP_SENDER=a@mail.example\n`;
export const EMPTY = 'LOGGER=true\nSMTP_SENDER=\nSMTP_URI=\n';
export const BOTH = { uri: URI, sender: 'a@mail.example' };
export const service = (rest: string, name = 'tailchat') =>
  `  ${name}:\n    image: moonrailgun/tailchat\n${rest.replace(/^(?=.)/gm, '    ')}\n`;
// The first line names the version of the format, without which docker-compose 1.29 reads another.
export const compose = (...services: string[]) => `version: "3.3"\nservices:\n${services.join('')}`;
