import type { AbsentValue } from '../../report/absent-value.js';
import type { Facts } from '../../report/facts.js';
import type { FileForm } from '../../report/file-form.js';
import type { LineRoom } from '../../report/line-room.js';
import type { MissingValue } from '../../report/setting-problem.js';
import type { ValueSource } from '../../report/value-source.js';
import { belowOf } from '../../settings/shown-settings.js';
import { differsInBlanks, looksAlike } from '../../settings/variables.js';
import { formatYamlLine } from '../../settings/yaml/yaml-line.js';
import { SENDER_EXAMPLE, URI_EXAMPLE } from '../examples.js';
import { loginToAdvise } from '../facts.js';
import { plan } from './plan.js';
import { settingLine } from './setting-line.js';

/** The place for a missing value. */
export type Home =
  | { kind: 'add'; file: string; service: string; under: string }
  /** A variable beside others; the value in quotation marks. */
  | {
      kind: 'beside';
      at: { file: string; line?: number | undefined };
      service: string;
      name: string;
      value: string;
    }
  | {
      kind: 'place';
      file?: string | undefined;
      line?: number | undefined;
      below?: LineRoom | undefined;
    }
  /** No file that was read is for the server. */
  | { kind: 'elsewhere' }
  /** The source of the pod's environment: `held` is the line for it, `item` the entry for the container. */
  | { kind: 'pod'; held: string; item: string };

/** A missing value, with the line that sets it, in the words of its place. */
export type Missing =
  | { kind: 'uri' | 'sender'; line: string; home: Home; or: OtherWay }
  | { kind: 'recipient' };

/** An option gives the value as well, but not to a container. */
export type OtherWay = 'option' | 'none';

/** What a file out here holds for the container, and the container does not have. */
export interface Held {
  name: string;
  at: { file: string; line?: number | undefined };
}

/** Both values, in one line of a service that has no environment yet. */
export interface BothMissing {
  kind: 'both';
  line: string;
  home: Home;
  or: OtherWay;
}

/** A name that was likely meant to be the missing variable. */
export type Misspelling =
  | { kind: 'other-form'; form: FileForm; meant: string; at: { file: string; line?: number } }
  /** The sign behind the name is a full-width one. */
  | { kind: 'full-width'; meant: string; source: ValueSource }
  /** Blanks, or characters that nobody sees, belong to the name. */
  | { kind: 'blank'; meant: string; source: ValueSource }
  /** A letter of the name only looks like the right one. */
  | { kind: 'look-alike'; meant: string; source: ValueSource }
  | { kind: 'name'; name: string; meant: string; source: ValueSource };

/** The parts of a text about missing values. */
export type MissingPlan =
  | { kind: 'several-services'; services: readonly string[] }
  | { kind: 'absent'; absent: AbsentValue; sender: AbsentValue | undefined }
  | {
      kind: 'missing';
      values: readonly Missing[];
      /** What is to be written, where one line may set both. */
      writes: readonly (Missing | BothMissing)[];
      likelyFile: Facts['likelyFile'];
      /** The container that lacks what is held. */
      container: string | undefined;
      /** What creates it anew, as far as that is known. */
      create: string | undefined;
      held: readonly Held[];
      heldFiles: readonly string[];
      /** The values that the title names. */
      named: readonly MissingValue[];
      /** `empty`: the value that the cause is about stands somewhere, but is empty. */
      title: 'empty' | 'missing';
      foreignNames: readonly string[];
      misspellings: readonly Misspelling[];
      nextSteps: ReturnType<typeof stepsOf>;
    };

/** Names everything that is missing; the value the cause is about may stand somewhere, empty. */
export function planMissing(facts: Facts, about: MissingValue): MissingPlan {
  const { services, absent, foreignNames = [] } = facts;
  if (services) return { kind: 'several-services', services };
  if (absent) return { kind: 'absent', absent, sender: facts.absentSender };
  const names = facts.missing?.length ? facts.missing : [about];
  // The sender is named besides where the URI is what fails.
  const isAlone = names.every((name) => name === about || name === 'sender');
  const isEmpty = about !== 'recipient' && facts.file !== undefined && isAlone;
  const values = names.map((value) => missing(value, about, facts));
  return {
    kind: 'missing',
    values,
    writes: together(
      values.filter(({ kind }) => !isElsewhereNamed(kind, facts)),
      facts,
    ),
    likelyFile: facts.likelyFile,
    container: facts.heldOutside?.container,
    create: facts.heldOutside?.isOfCompose ? 'docker compose up -d' : undefined,
    held: held(facts),
    heldFiles: [...new Set(held(facts).map(({ at }) => at.file))],
    title: isEmpty ? 'empty' : 'missing',
    named: isEmpty ? [about] : names,
    foreignNames,
    misspellings: [facts.misspelt, facts.misspeltSender].flatMap((one) =>
      one ? misspellingOf(one) : [],
    ),
    nextSteps: stepsOf(facts, about, names),
  };
}

function held({ heldOutside }: Facts): Held[] {
  const { uri, sender } = heldOutside ?? {};
  return [
    ...(uri ? [{ name: 'SMTP_URI', at: uri }] : []),
    ...(sender ? [{ name: 'SMTP_SENDER', at: sender }] : []),
  ];
}

/** The value stands elsewhere or under other names, which are to be mended: nothing has to be written. */
function isElsewhereNamed(value: MissingValue, facts: Facts): boolean {
  const { misspelt, misspeltSender, foreignNames = [] } = facts;
  if (value !== 'recipient' && facts.heldOutside?.[value]) return true;
  if (value === 'uri') return foreignNames.length > 0 || misspelt?.meant === 'SMTP_URI';
  if (value !== 'sender' || foreignNames.length > 0) return false;
  return misspeltSender !== undefined || misspelt?.meant === 'SMTP_SENDER';
}

/** The values to write: a service gets its first `environment:` once, with all that goes there. */
function together(values: readonly Missing[], { homes }: Facts): (Missing | BothMissing)[] {
  const isNew = (value: 'uri' | 'sender') => homes?.[value]?.add?.under === '';
  const isBoth = values.some(({ kind }) => kind === 'sender') && isNew('uri') && isNew('sender');
  return values.flatMap((value): (Missing | BothMissing)[] => {
    if (!isBoth || value.kind === 'recipient') return [value];
    if (value.kind === 'sender') return [];
    const entries = [
      formatYamlLine({ ...homes?.uri?.spot, key: 'SMTP_URI', isItem: false }, URI_EXAMPLE),
      formatYamlLine({ ...homes?.sender?.spot, key: 'SMTP_SENDER', isItem: false }, SENDER_EXAMPLE),
    ];
    return [
      {
        kind: 'both',
        line: `environment: { ${entries.join(', ')} }`,
        home: value.home,
        or: value.or,
      },
    ];
  });
}

function missing(value: MissingValue, about: MissingValue, facts: Facts): Missing {
  if (value === 'recipient') return { kind: value };
  const example = value === 'uri' ? URI_EXAMPLE : (loginToAdvise(facts) ?? SENDER_EXAMPLE);
  return {
    kind: value,
    line: lineFor(value, example, facts),
    home: homeOf(value, about, facts, example),
    or: facts.isSentIn ? 'none' : 'option',
  };
}

/** What sets a variable in a manifest: a line of a ConfigMap or a Secret, and an entry of a container. */
function manifestLines(value: 'uri' | 'sender', example: string) {
  const name = value === 'uri' ? 'SMTP_URI' : 'SMTP_SENDER';
  return {
    held: formatYamlLine({ key: name }, example),
    item: `- { name: ${name}, ${formatYamlLine({ key: 'value' }, example)} }`,
  };
}

/** A missing value's line, in the words of its place. */
function lineFor(value: 'uri' | 'sender', example: string, { homes }: Facts): string {
  const variable = value === 'uri' ? 'SMTP_URI' : 'SMTP_SENDER';
  const home = homes?.[value];
  if (!home?.spot || home.add?.under !== '') return settingLine(variable, example, home?.spot);
  return `environment: { ${formatYamlLine({ ...home.spot, isItem: false }, example)} }`;
}

function homeOf(value: 'uri' | 'sender', about: MissingValue, facts: Facts, example: string): Home {
  const { file, line } = facts;
  const home = facts.homes?.[value];
  if (facts.withoutTailchat !== undefined) return { kind: 'elsewhere' };
  if (home?.add) return { kind: 'add', file: home.file, ...home.add };
  if (home?.beside) {
    const at = { file: home.file, line: home.line };
    const name = value === 'uri' ? 'SMTP_URI' : 'SMTP_SENDER';
    return { kind: 'beside', at, name, value: `'${example}'`, ...home.beside };
  }
  if (home) return { kind: 'place', file: home.file, line: home.line, below: belowOf(home.spot) };
  if (facts.isOfKubernetes && !file) return { kind: 'pod', ...manifestLines(value, example) };
  if (facts.isSentIn) return { kind: 'elsewhere' };
  return value === about
    ? { kind: 'place', file: file ?? facts.fileOfUri, line }
    : { kind: 'place', file };
}

function misspellingOf({ name, meant, source, form }: NonNullable<Facts['misspelt']>): Misspelling {
  if (form && source.file)
    return { kind: 'other-form', form, meant, at: { ...source, file: source.file } };
  if (/[：＝]$/.test(name)) return { kind: 'full-width', meant, source };
  if (differsInBlanks(name, meant)) return { kind: 'blank', meant, source };
  if (looksAlike(name)) return { kind: 'look-alike', meant, source };
  return { kind: 'name', name, meant, source };
}

/** Whether a whole file, not only a line of it, is of another form than an env file. */
const isWholeFile = (form: FileForm | undefined) =>
  form !== undefined && form !== 'comment' && form !== 'command';

function stepsOf(all: Facts, about: MissingValue, names: readonly MissingValue[]) {
  const { foreignNames = [], misspelt, file, isOfKubernetes, homes, ...facts } = all;
  const isMended = names.every((name) => isElsewhereNamed(name, all));
  const isForeign = foreignNames.length > 0;
  const isLikely = facts.likelyFile !== undefined;
  // A unit, a Dockerfile and the like lead to another place.
  const isOfOtherForm = !isForeign && isWholeFile(misspelt?.form);
  const isWithout = facts.withoutTailchat !== undefined && about !== 'recipient';
  // An empty folder is likely the wrong one.
  const isElsewhere = facts.searchedFolder !== undefined && !isOfKubernetes;
  const hasUri = (file ?? facts.fileOfUri ?? facts.host) !== undefined;
  const isUnnamed =
    !facts.isSentIn && !hasUri && !isOfKubernetes && !homes && about !== 'recipient';
  return plan(
    isLikely && 'name-likely',
    isWithout && 'name-compose',
    isForeign && 'foreign',
    !isForeign && misspelt !== undefined && 'rename',
    isElsewhere && !isMended && 'go-there',
    isElsewhere && !isMended && !isForeign && !isLikely && facts.canBeAsked && 'answer-questions',
    facts.heldOutside && 'create-anew',
    facts.heldOutside && !facts.heldOutside.isGiven && 'give-file',
    !isOfOtherForm && !isMended && 'write',
    isUnnamed && !isMended && !isElsewhere && !isWithout && !isOfOtherForm && 'name-file',
  );
}
