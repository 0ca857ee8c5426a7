import type { InterfaceTexts, OutputTexts } from '../language/interface-texts.js';
import type { SuggestionWords } from '../language/suggestion-words.js';
import { READER_NAMES, type ReaderName, type Report, type ValueSource } from '../report/report.js';
import type { YamlSpot } from '../report/yaml-spot.js';
import { MASK } from '../safety/secret.js';
import { formatEnvLine, holdersOf } from '../settings/env-files/env-line.js';
import { portableValue } from '../settings/env-files/portable-value.js';
import { formatTakenLine } from '../settings/env-files/taken-line.js';
import { belowOf } from '../settings/shown-settings.js';
import { parseSmtpUri } from '../settings/uri/smtp-uri.js';
import { SCHEME, splitAuthority, splitUri } from '../settings/uri/split-uri.js';
import type { VariableName } from '../settings/variables.js';
import { formatYamlLine } from '../settings/yaml/yaml-line.js';
import { numberedTexts } from './failure-lines.js';
import { isOfKubectl } from './of-kubectl.js';

/** In which words a report is told, and to whom the lines in it go. */
export interface Telling {
  texts: InterfaceTexts;
  /** Who reads the env files that the values come from. */
  readers?: { uri?: ReaderName | undefined; sender?: ReaderName | undefined };
  /** Compose starts the server, also where it reads a file as `docker run` does. */
  isOfCompose?: boolean;
  /** Where they stand in YAML files: how they are written there. */
  spots?: { uri?: YamlSpot | undefined; sender?: YamlSpot | undefined };
  /** Where a URI belongs that stands nowhere yet, or that was answered. */
  home?: { file: string; line?: number | undefined } | undefined;
  /** The program runs in a pod of Kubernetes. */
  isInPod: boolean;
  /** The values come from manifests: the file to apply, and the workload, as far as they are known. */
  manifest?: { file: string | undefined; workload: string | undefined } | undefined;
}

/** Lines that work and belong to one place, and the words before them: how far they were tried, and where they belong. */
export interface TestedLines {
  words: string;
  lines: TestedLine[];
}

/** A line for the env file. */
export interface TestedLine {
  line: string;
  /** The readers that read the line as meant, where not all do. */
  holds?: string;
}

/** What was found to work in place of what failed, if anything was: for each place what belongs there. */
export function testedLines(
  report: Report,
  { readers = {}, spots: known = {}, home, isInPod: isOfPod, manifest, texts: { output } }: Telling,
): TestedLines[] {
  const { failure, settings, container } = report;
  const isUnplaced = manifest !== undefined && settings.uriSource === null;
  const isInPod = isOfPod || isOfKubectl(container) || isUnplaced;
  const spots: Telling['spots'] & object = isUnplaced
    ? { uri: { key: 'SMTP_URI' }, sender: { key: 'SMTP_SENDER' } }
    : known;
  const suggestion = failure?.suggestion;
  if (!suggestion) return [];
  const { uri, sender, proof, refused } = suggestion;
  const { uriSource, senderSource } = settings;
  const values = [
    { variable: 'SMTP_URI', value: uri, reader: readers.uri, spot: spots.uri, found: uriSource },
    {
      variable: 'SMTP_SENDER',
      value: sender,
      reader: readers.sender,
      spot: spots.sender,
      found: senderSource,
    },
  ] as const;
  const proven = values.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]));
  const sourceFor = (spot: YamlSpot | undefined, found: ValueSource | null) => {
    if (isUnplaced) return ENVIRONMENT;
    // The environment of a container is set in a file of its project, or of its cluster.
    if (container && !isInPod) return null;
    return sourceOf(spot, found?.kind === 'prompt' && home ? null : found);
  };
  const parts: { facts: Omit<SuggestionWords, 'linesHere'>; key: string; lines: TestedLine[] }[] =
    [];
  const host = hostOf(uri);
  const ofTrial = {
    ...{ proof, refused, isInPod, lines: proven.length },
    otherHost: host === settings.host ? undefined : host,
    hasLogin: hasLogin(uri ?? settings.uri ?? ''),
    hasSender: settings.senderAddress !== null,
  };
  for (const one of proven) {
    const { variable, value, spot, found } = one;
    const line = testedLine(one, output);
    const facts = {
      ...ofTrial,
      isAnother: parts.length > 0,
      room: belowOf(spot),
      source: sourceFor(spot, found) ?? (home && !container ? fileSource(home) : null),
      writtenInto: writtenInto(report, variable),
      isMasked: value.includes(`:${MASK}@`) && line.line.includes(MASK),
    };
    const key = JSON.stringify([facts.writtenInto ?? facts.source, facts.room]);
    const same = parts.find((part) => part.key === key);
    if (same) same.lines.push(line);
    else parts.push({ facts, key, lines: [line] });
  }
  return parts.map(({ facts, lines }) => ({
    words: output.suggestion({ ...facts, linesHere: lines.length }),
    lines,
  }));
}

/** The host of a suggested URI, which may be masked. */
function hostOf(uri: string | null): string | undefined {
  return uri === null ? undefined : parseSmtpUri(uri).uri?.host;
}

/** Whether a URI logs in. The settings tell of no user where they could not be read. */
function hasLogin(uri: string): boolean {
  return splitAuthority(splitUri(uri.replace(SCHEME, '')).authority).login !== undefined;
}

/** The file that a value which was found to work has been written into. */
function writtenInto({ saved = [] }: Report, variable: VariableName): string | null {
  return (
    saved.find((one) => one.problem === null && one.variables.includes(variable))?.file ?? null
  );
}

/** Whether all that was found to work has been written. */
export function isWritten(report: Report): boolean {
  const { uri = null, sender = null } = report.failure?.suggestion ?? {};
  if (uri === null && sender === null) return false;
  const isKept = (variable: VariableName) => writtenInto(report, variable) !== null;
  return (uri === null || isKept('SMTP_URI')) && (sender === null || isKept('SMTP_SENDER'));
}

const ENVIRONMENT: ValueSource = { kind: 'env' };

/** Where a value is changed: where it is taken from, if a YAML file takes it from elsewhere, else where it was found. */
function sourceOf(spot: YamlSpot | undefined, found: ValueSource | null): ValueSource | null {
  const taken = spot?.taken;
  if (taken === 'shell') return ENVIRONMENT;
  return taken ? fileSource(taken) : found;
}

function fileSource({ file, line }: { file: string; line?: number | undefined }): ValueSource {
  return { kind: 'file', file, ...(line === undefined ? {} : { line }) };
}

/** A value that works, who reads it, and where it stands in YAML. */
interface Proven {
  variable: VariableName;
  value: string;
  reader: ReaderName | undefined;
  spot: YamlSpot | undefined;
}

function testedLine({ variable, value, reader, spot }: Proven, output: OutputTexts): TestedLine {
  if (spot?.taken) return { line: formatTakenLine(variable, spot, value) };
  if (spot) return { line: formatYamlLine(spot, portableValue(variable, value)) };
  const line = formatEnvLine(variable, value, reader);
  const holders = holdersOf(line, reader);
  const isForAll = holders.length === READER_NAMES.length;
  return isForAll ? { line } : { line, holds: output.spellingHolds(holders) };
}

/**
 * The text of a report for other programs below its headline: meaning, next steps, the server's words, the lines that work.
 */
export function failureWords(report: Report, telling: Telling): string[] {
  const { failure } = report;
  if (!failure) return [];
  const { explanation, nextSteps, reply } = failure;
  return [
    explanation,
    ...numberedTexts(nextSteps),
    reply?.text ?? '',
    ...testedLines(report, telling).flatMap(({ words, lines }) => [
      words,
      ...lines.flatMap(({ line, holds = '' }) => [line, holds]),
    ]),
  ].filter(Boolean);
}
