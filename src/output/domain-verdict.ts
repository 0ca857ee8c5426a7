import stringWidth from 'string-width';
import { getDomain } from 'tldts';
import type { DomainTexts } from '../language/domain-texts.js';
import type {
  DnsRecordToWrite,
  DomainCheck,
  DomainReport,
  DomainStatus,
} from '../report/domain-report.js';
import { alignmentWords } from './alignment-words.js';
import { EMPTY, type Line, numberedLines, plain } from './failure-lines.js';
import type { StreamStyle } from './style.js';
import { hang } from './wrap.js';

/** What the verdict is written with. */
export interface DomainVerdictOptions {
  style: StreamStyle;
  texts: DomainTexts;
  /** A headline with its code in brackets. */
  headline: (title: string, code: string) => string;
  /** One line only. */
  isQuiet: boolean;
}

const MARKS: Readonly<Record<DomainStatus, string>> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
  unknown: '?',
  skipped: '-',
};

/** The most characters that a DNS panel takes in one string of a TXT record (RFC 1035 section 3.3). */
const LONGEST_STRING = 255;

/** The report about a domain for people: the worst first, then each check with what to do about it. */
export function formatDomainVerdict(report: DomainReport, options: DomainVerdictOptions): string {
  const lines = [headlineOf(report, options)];
  if (!options.isQuiet) lines.push(...bodyOf(report, options));
  return lines.map(([prefix, text]) => `${hang(prefix, text, options.style.width)}\n`).join('');
}

function headlineOf(
  { failure, domain, checks }: DomainReport,
  { style: { paint }, texts, headline }: DomainVerdictOptions,
): Line {
  if (failure) {
    const mark = checks.some(({ status }) => status === 'failed') || domain === null ? '✗' : '?';
    return [`${paint.red(mark)} `, paint.bold(headline(failure.title, failure.cause))];
  }
  // Where every check was skipped, nobody knows whether all is well.
  if (checks.every(({ status }) => status === 'skipped')) {
    return ['- ', paint.bold(texts.offline(domain ?? ''))];
  }
  const warnings = checks.filter(({ status }) => status === 'warning').length;
  const words =
    warnings === 0 ? texts.well(domain ?? '') : texts.wellWithWarnings(domain ?? '', warnings);
  return [`${paint.green('✓')} `, paint.bold(words)];
}

function bodyOf(report: DomainReport, options: DomainVerdictOptions): Line[] {
  const { texts } = options;
  const { checks, failure, domain } = report;
  if (domain === null) return failure ? [EMPTY, ...wordsOf(failure, '')] : [];
  const names = checks.map(({ name }) => texts.checks[name]);
  const width = Math.max(...names.map((name) => stringWidth(name)));
  const shown = checks.filter(({ status }) => status !== 'skipped');
  const skipped = checks.filter(({ status }) => status === 'skipped');
  return [
    EMPTY,
    ...(failure?.cause === 'dns-unavailable' ? [...wordsOf(failure, ''), EMPTY] : []),
    ...shown.flatMap((check) =>
      checkLines(check, width, { ...options, domain, saidCode: failure?.cause }),
    ),
    ...skipped.map((check) => oneLine(check, width, options)),
    EMPTY,
    plain(texts.alignment.heading),
    ...alignmentWords(report, texts).map((line): Line => ['  ', line]),
  ];
}

function oneLine(
  { name, status, title }: DomainCheck,
  width: number,
  { style: { paint }, texts }: DomainVerdictOptions,
): Line {
  const color = { ok: paint.green, warning: paint.yellow, failed: paint.red };
  const mark = MARKS[status];
  const painted = status in color ? color[status as keyof typeof color](mark) : paint.dim(mark);
  const label = texts.checks[name];
  const words = status === 'skipped' ? paint.dim(title) : title;
  return [`${painted} ${label}${' '.repeat(width - stringWidth(label))}  `, words];
}

function checkLines(
  check: DomainCheck,
  width: number,
  options: DomainVerdictOptions & { saidCode: string | undefined; domain: string },
): Line[] {
  const { style } = options;
  const { status, evidence, record } = check;
  // Missing answers are all alike, and the headline's words already say what to do.
  const isRepeated = status === 'unknown' && check.code === options.saidCode;
  if (status === 'ok' || isRepeated) return [oneLine(check, width, options)];
  return [
    oneLine(check, width, options),
    ...evidence.map((line): Line => ['    ', style.paint.dim(line)]),
    ...wordsOf(check, '    '),
    ...(record ? recordLines(record, options) : []),
    EMPTY,
  ];
}

function wordsOf(
  { explanation, nextSteps }: Pick<DomainCheck, 'explanation' | 'nextSteps'>,
  indent: string,
): Line[] {
  return [[indent, explanation], ...numberedLines(nextSteps, indent)];
}

/** The record as a DNS panel asks for it. It is to be copied, so nothing is added to its lines. */
function recordLines(
  { name, type, value }: DnsRecordToWrite,
  { texts, domain }: { texts: DomainTexts; domain: string },
): Line[] {
  const { panel } = texts;
  const labels = [panel.name, panel.type, panel.value];
  const width = Math.max(...labels.map((label) => stringWidth(label)));
  const row = (label: string, text: string): Line => [
    `      ${label}${' '.repeat(width - stringWidth(label))}  `,
    text,
  ];
  // The zone of a panel is, as a rule, the domain that was registered.
  const zone = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const short = shortName(name, zone);
  return [
    ['    ', texts.publish],
    row(panel.name, name),
    row(panel.type, type),
    row(panel.value, value),
    ...(isSplit({ type, value })
      ? [['    ', panel.splitValue] as Line, ['      ', splitStrings(value)] as Line]
      : []),
    ...(short === undefined ? [] : [['    ', panel.shortName(zone, short)] as Line]),
    ['    ', texts.caches],
  ];
}

/** The name for panels that add the domain. Undefined where the record stands elsewhere. */
function shortName(name: string, domain: string): string | undefined {
  if (name === domain) return '@';
  return name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : undefined;
}

/** Whether a panel may want the value in several strings. */
export function isSplit({ type, value }: Pick<DnsRecordToWrite, 'type' | 'value'>): boolean {
  return type === 'TXT' && value.length > LONGEST_STRING;
}

/** A long text as the strings that a zone file wants. */
export function splitStrings(value: string): string {
  const strings = value.match(new RegExp(`.{1,${LONGEST_STRING}}`, 'gs')) ?? [];
  return strings.map((string) => `"${string.replace(/[\\"]/g, '\\$&')}"`).join(' ');
}
