import type { ReaderName } from '../report/env-readers.js';
import type { FileForm } from '../report/file-form.js';
import type { HeldIn } from '../report/held-in.js';
import type { FileSource, ValueSource } from '../report/report.js';
import type { Secret } from '../safety/secret.js';
import type { Disagreement } from './env-files/compare-readers.js';
import type { VariableName } from './variables.js';

/** Something about where the values come from that a person should know. */
export type SettingRemark =
  /** The value in a file is not used: another one stands in the environment, or in an earlier file. */
  | { kind: 'env-overrides-file'; variable: VariableName; source: ValueSource; by: ValueSource }
  | {
      kind: 'readers-disagree';
      variable: VariableName;
      source: ValueSource;
      disagreement: Disagreement;
    }
  /** A shell that sources the file, by what a file nearby says (`by`), makes something else of it. */
  | {
      kind: 'shell-unsafe';
      variable: VariableName;
      source: FileSource;
      shell: ReaderName;
      by: { file: string; line: number | undefined } | undefined;
      meant: Secret;
    }
  /** It ends in a line break, which the server passes over. */
  | {
      kind: 'line-end-kept';
      variable: VariableName;
      source: ValueSource;
      heldIn: HeldIn | undefined;
    }
  /** The same file sets it more than once; the source is the one that counts. */
  | { kind: 'duplicate-variable'; variable: VariableName; source: FileSource; others: number[] }
  /** A value has a name in it that nothing sets; undefined where it may be a part of a password. */
  | {
      kind: 'unset-name';
      variable: VariableName;
      name: string | undefined;
      /** It is Kubernetes that leaves it as it stands. */
      isOfKubernetes?: boolean;
      source: FileSource;
    }
  /** A name that nobody reads. */
  | {
      kind: 'misspelt-variable';
      name: string;
      meant: VariableName;
      source: ValueSource;
      /** What the file is, where it is no env file. */
      form?: FileForm | undefined;
    };
