import type { ReaderName } from './env-readers.js';
import type { LinePlace } from './line-place.js';
import type { LineRoom } from './line-room.js';

/** What Tailchat's server would do with an unusable URI. */
export type ServerDeed =
  | 'takes-localhost'
  | 'refuses'
  | 'throws'
  /** The server tolerates the fault, or only reads the port or the login otherwise. */
  | 'reads-it'
  | 'takes-usual-port'
  | 'damages-login'
  | 'refuses-port'
  /** The server asks DNS for a part of the user or the password, or for a misspelt host. */
  | 'asks-for-user'
  | 'asks-for-password'
  | 'asks-for-host';

/** What is known about an unusable URI. */
export interface BadUriFacts {
  /** The form of a pasted text in the value's place, if it contains settings. */
  pasted?: PastedForm;
  /** The character that cuts the value short, and the part with it. */
  character?: string;
  part?: 'user' | 'password';
  serverDoes?: ServerDeed;
  /** The line for the env file that was likely meant. */
  envLine?: string;
  /** The readers that take that line as intended. */
  holders?: readonly ReaderName[];
  /** The place of that line, if it is not that of the value; and where there it belongs, if it takes no other's place. */
  envPlace?: LinePlace | undefined;
  below?: LineRoom | undefined;
  /** The password in that line is masked. */
  isMasked?: boolean;
  /** How the URI is written for a mail address of the provider whose domain stands where the server belongs. */
  uriForm?: string;
}

/** What stood around settings that were pasted: a command for a shell, flags of `docker run`, lines of a file. */
export type PastedForm = 'shell' | 'docker-flags' | 'assignment';
