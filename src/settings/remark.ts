import type { ReaderName } from '../report/env-readers.js';
import type { FileForm } from '../report/file-form.js';
import type { HeldIn } from '../report/held-in.js';
import type { FileSource, ValueSource } from '../report/report.js';
import type { Secret } from '../safety/secret.js';
import type { Disagreement } from './env-files/compare-readers.js';
import type { VariableName } from './variables.js';

/** A remark for a person about where the values come from. */
export type SettingRemark =
  /** The value in a file is not used, because another one is in the environment, or in an earlier file. */
  | {
      kind: 'env-overrides-file';
      variable: VariableName;
      source: ValueSource;
      by: ValueSource;
      /** Whoever reads the files decides in the same way. */
      isCertain?: boolean;
      /** The environment is that of the container, which was made with another value. */
      isOfContainer?: boolean;
    }
  /** No service of the compose file (`by`) gets the env file that the value comes from. */
  | { kind: 'env-file-unused'; variable: VariableName; source: ValueSource; by: string }
  /** The service, or the workload of Kubernetes, is set to no containers at `source`. */
  | { kind: 'not-started'; service: string; source: FileSource; isOfKubernetes?: boolean }
  /** An included file defines the same, which Compose before 5 refuses. */
  | { kind: 'defined-twice'; source: FileSource }
  /** The value comes from a `.env`, and a script (`by`) starts a stack of a swarm, for which nobody reads that. */
  | {
      kind: 'stack-without-dot-env';
      variable: VariableName;
      source: ValueSource;
      by: { file: string; line: number };
    }
  | {
      kind: 'readers-disagree';
      variable: VariableName;
      source: ValueSource;
      disagreement: Disagreement;
    }
  /** A shell that sources the file sees another value. A file nearby (`by`) says that it does. */
  | {
      kind: 'shell-unsafe';
      variable: VariableName;
      source: FileSource;
      shell: ReaderName;
      by: { file: string; line: number | undefined } | undefined;
      meant: Secret;
      /** The first sign of the line that has a meaning in a shell. */
      sign: string | undefined;
    }
  /** The value ends in a line break, which the server ignores. */
  | {
      kind: 'line-end-kept';
      variable: VariableName;
      source: ValueSource;
      heldIn: HeldIn | undefined;
    }
  /** The same file sets the variable more than once. `source` is the assignment that counts. */
  | { kind: 'duplicate-variable'; variable: VariableName; source: FileSource; others: number[] }
  /** A value contains a name that nothing sets. The name is undefined where it may be a part of a password. */
  | {
      kind: 'unset-name';
      variable: VariableName;
      name: string | undefined;
      /** Kubernetes is what leaves the name as it stands. */
      isOfKubernetes?: boolean;
      /** The reader of the env file that the value is in. Absent if it is in a compose file. */
      reader?: ReaderName;
      source: FileSource;
    }
  /** A name that nobody reads. */
  | {
      kind: 'misspelt-variable';
      name: string;
      meant: VariableName;
      source: ValueSource;
      /** The form of the file, where it is no env file. */
      form?: FileForm | undefined;
    };
