import type { ReaderName } from './env-readers.js';
import type { HeldIn } from './held-in.js';
import type { ToWrite } from './to-write.js';

/** A value that stands somewhere, but not where Tailchat gets it from. */
export interface AbsentValue {
  why: AbsentWhy;
  /** The file that holds the value. */
  file: string;
  line: number;
  /** The service or workload that sends mail. */
  service: string;
  /** The service that gets the value, or that would; the namespace that the value is in. */
  other?: string | undefined;
  /** The file that says what the service gets. */
  by: { file: string; line: number };
  /** The value is held under another key: the key that it should have. */
  heldIn?: HeldIn | undefined;
  /** No given file holds this ConfigMap or Secret. Without a key, the container takes all of it. */
  source?: { kind: string; name: string; key?: string | undefined; namespace: string | undefined };
  /** The key that the value has in that file. */
  heldAs?: string | undefined;
  /** A profile that starts the service which gets it. */
  profile?: string | undefined;
  /** What takes it away, where that is no `environment:` of a compose file: a later env file, or `env:` of a container. */
  takenBy?: 'env-file' | 'container' | undefined;
  /**
   * The shell that reads the file, the sign at which it reads something else, whether that is a blank beside the `=`, and the line
   * that ends its reading before.
   */
  shell?:
    | {
        name: ReaderName;
        sign?: string | undefined;
        hasBlank?: boolean;
        endsAt?: number | undefined;
      }
    | undefined;
  /** The entry that takes it away from the env file; `leavesNothing`: its key may be left empty. */
  remove?: { file: string; line: number; leavesNothing: boolean } | undefined;
  /** What gives it to the service. */
  add?: ToWrite | undefined;
}

/** Why a value does not reach the container. */
export type AbsentWhy =
  /** Compose only fills in names in its own files with what stands in `.env`. */
  | 'dot-env'
  /** The value belongs to another service. */
  | 'other-service'
  /** The service that gets it belongs to a profile that is not active. */
  | 'inactive'
  /** No service takes the file. */
  | 'unused-file'
  /** A later compose file (`by`) takes the env files of the earlier ones away, with a tag. */
  | 'files-overridden'
  /** The compose file removes the value again. */
  | 'taken-away'
  /** The container gets it by another name (`heldAs`), which a prefix or an entry of it (`by`) makes. */
  | 'renamed'
  /** The container does not name the ConfigMap or the Secret that holds it. */
  | 'unmounted'
  /** The value comes from a ConfigMap or a Secret (`source`) that no given file holds. */
  | 'not-given'
  /** The ConfigMap or Secret (`source`) is in another namespace (`other`) than the container. */
  | 'other-namespace'
  /** A shell that sources the file does not read the line as an assignment. */
  | 'shell'
  /** The ConfigMap or Secret holds it under another key (`heldIn`), which becomes another variable. */
  | 'wrong-key';
