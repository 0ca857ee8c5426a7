import type { AbsentValue } from '../report/absent-value.js';
import type { ReaderName } from '../report/env-readers.js';
import type { Facts } from '../report/facts.js';
import type { Failing } from '../report/failing.js';
import type { HeldIn } from '../report/held-in.js';
import type { ValueSource } from '../report/report.js';
import type { ValueHome } from '../report/value-home.js';
import type { YamlSpot } from '../report/yaml-spot.js';
import { type Raw, reveal, type Secret } from '../safety/secret.js';
import type { EnvFile } from './env-files/env-file.js';
import type { ForeignSettings } from './foreign-settings.js';
import type { SettingRemark } from './remark.js';
import type { ServerTrust } from './server-trust.js';
import type { SmtpUriResult } from './uri/smtp-uri.js';
import type { VariableName } from './variables.js';

/** A value as it was found, and where. */
export interface FoundValue {
  /** The value, which may contain or be a password, whatever it was meant to be. */
  value: Secret;
  source: ValueSource;
  /** The reader of the env file that the value comes from. */
  reader?: ReaderName;
  /** The ConfigMap or Secret that it comes from. */
  heldIn?: HeldIn;
  /** The spelling at its place in a YAML file. */
  spot?: YamlSpot;
  /** Where an answer belongs: the place of the value that it replaces, or that of a missing one. */
  place?: ValueHome;
  /** The value is for a container with a network of its own. */
  isForContainer?: boolean;
}

/** A URI as it was found, and what it says. */
export interface FoundUri extends FoundValue {
  read: SmtpUriResult;
  /** The value as it is written, where its backslashes were read as the beginning of an escape. */
  meant?: Secret;
}

/** The values of a run, before anything is made of them. */
export interface FoundValues {
  uri?: FoundUri;
  sender?: FoundValue;
  recipients: string[];
  /** The folder that was searched in vain for files with settings, where none was named. */
  searchedFolder?: string;
  /** There is a terminal to ask for it in, though this run did not. */
  canBeAsked?: boolean;
  /** A compose file that was read, none of whose services is Tailchat's. */
  withoutTailchat?: string;
  /** An env file that was not read, and sets `SMTP_URI`. */
  likelyFile?: { file: string; line: number };
  /** The variable for a file with the URI, which Tailchat does not read. */
  asFile?: string;
  /** The env files that were read. */
  envFiles?: readonly EnvFile[];
  /** Files that Compose fills in its own files from. A value may come from there. */
  dotEnvFiles?: readonly EnvFile[];
  /** Where a variable stands without a value, when it was found nowhere else. */
  emptyUri?: ValueSource;
  emptySender?: ValueSource;
  /** The settings made from another application's, where there is no `SMTP_URI`. */
  foreign?: ForeignSettings;
  /** The values come from manifests of Kubernetes, which are never written into. */
  isFromManifest?: boolean;
  /** The workload that the values are for, as kubectl names it: `deployment/tailchat`. */
  workload?: string;
  /** The manifests that were read. */
  manifests?: readonly string[];
  /** The service or workload that the values are for. */
  service?: string;
  /** Where a value belongs that is missing. */
  homes?: Partial<Record<VariableName, ValueHome>>;
  /** Why a value that stands somewhere does not reach the container. */
  absent?: Partial<Record<VariableName, AbsentValue>>;
  /** Remarks for a person about where the values come from. */
  remarks: SettingRemark[];
  /** The authorities that Tailchat's server believes besides those of its Node. */
  trust?: ServerTrust;
  /** Why a file could not be read, when something that may be in it is missing. */
  problem?: Failing;
}

/** Whether a variable counts as set. Tailchat's own env file comes with variables that have no value. */
export function isSet<T extends Raw>(value: T | undefined): value is T {
  return value !== undefined && reveal(value).trim() !== '';
}

/** Whether a value was answered to a question. */
export function isAnswered({ uri, sender }: FoundValues): boolean {
  return [uri, sender].some((value) => value?.source.kind === 'prompt');
}

/** A name in the URI that was replaced with nothing. */
export function unsetIn({ remarks }: FoundValues): Pick<Facts, 'unsetName'> {
  for (const one of remarks) {
    const isIt = one.kind === 'unset-name' && one.variable === 'SMTP_URI' && !one.isOfKubernetes;
    if (isIt) return { unsetName: { name: one.name } };
  }
  return {};
}

/** The sign at which the shell that reads the file ends the URI. */
export function cutAt({ remarks, uri }: FoundValues): Pick<Facts, 'cutAt'> {
  for (const one of remarks) {
    if (one.kind !== 'shell-unsafe' || one.variable !== 'SMTP_URI') continue;
    const { shell, sign } = one;
    if (uri?.reader === shell && sign !== undefined) return { cutAt: { shell, sign } };
  }
  return {};
}
