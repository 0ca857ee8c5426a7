import type { OutputTexts } from '../language/interface-texts.js';
import type { Cause } from '../report/causes.js';
import type { ReportSettings, Step, ValueSource } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { isIP } from '../safety/is-ip.js';
import { MASK } from '../safety/secret.js';
import type { VariableName } from '../settings/variables.js';
import { shorten } from './shorten.js';

const LONGEST_LINE = 500;

/**
 * What a step showed, for people: parts that go on one line, or each on its own.
 *
 * @param isUnread the settings could not be read where they stand
 * @param cause why the step failed, where no reply tells it
 */
export function describeStep(
  step: Step,
  settings: ReportSettings,
  texts: OutputTexts,
  { isUnread = false, cause }: { isUnread?: boolean; cause?: Cause | undefined } = {},
): string[] {
  if (step.status === 'skipped') return [step.why ?? ''];
  if (step.name === 'settings' && isUnread) return [texts.notRead];
  const parts =
    step.name === 'settings'
      ? describeSettings(settings, texts)
      : [withTrouble(describe(step, settings, texts, cause), cause, texts)];
  return parts.map((part) => shorten(stripToLine(part), LONGEST_LINE));
}

/** What a step showed, and in a few words why it failed. */
function withTrouble(shown: string, cause: Cause | undefined, texts: OutputTexts): string {
  const trouble = cause && texts.troubles[cause];
  if (trouble === undefined) return shown;
  return shown === '' ? trouble : texts.troubled(shown, trouble);
}

function describe(
  step: Step,
  settings: ReportSettings,
  texts: OutputTexts,
  cause: Cause | undefined,
): string {
  switch (step.name) {
    case 'dns':
      return step.addresses ? describeAddresses(step.addresses, texts) : (settings.host ?? MASK);
    case 'connect':
      return texts.connected(
        step.address ?? settings.host ?? MASK,
        step.port ?? settings.port ?? 0,
      );
    case 'tls':
    case 'starttls':
      return describeTls(step, texts);
    case 'ehlo':
      return step.extensions && step.clientName !== undefined
        ? texts.ehlo(step.clientName, few(step.extensions, texts))
        : (step.reply ?? '');
    case 'auth':
      if (!step.mechanism) return step.reply ?? '';
      // Without a reply, nobody has refused anything.
      return step.status === 'ok' || cause
        ? texts.loggedIn(step.mechanism)
        : texts.loginRefused(step.mechanism);
    case 'mail-from':
      return [settings.senderAddress, step.reply].filter(Boolean).join(': ');
    default:
      return step.reply ?? '';
  }
}

function describeSettings(settings: ReportSettings, texts: OutputTexts): string[] {
  const { uri, uriSource, sender, senderSource } = settings;
  const shown = (value: string, name: VariableName, source: ValueSource) =>
    value === MASK ? texts.hidden(name, source) : texts.from(value, name, source);
  return [
    uri && uriSource ? shown(uri, 'SMTP_URI', uriSource) : texts.noUri,
    sender && senderSource ? shown(sender, 'SMTP_SENDER', senderSource) : texts.noSender,
  ];
}

function describeAddresses(addresses: readonly string[], texts: OutputTexts): string {
  const shown = texts.resolved(few(addresses, texts));
  const isMixed = new Set(addresses.map(isIP)).size > 1;
  return isMixed ? `${shown}; ${texts.usesIpv4}` : shown;
}

function describeTls(step: Step, texts: OutputTexts): string {
  if (!step.protocol) return step.reply ?? '';
  const { certificate } = step;
  const shown = certificate
    ? texts.certificate(few(certificate.names, texts), certificate.issuer, certificate.validTo)
    : texts.noCertificate;
  return texts.encrypted(step.protocol, step.cipher ?? '', shown);
}

const MOST_ITEMS = 12;

/** The first items of a list, and how many there are beyond them. */
function few(items: readonly string[], texts: OutputTexts): string[] {
  const rest = items.length - MOST_ITEMS;
  return rest > 0 ? [...items.slice(0, MOST_ITEMS), texts.more(rest)] : [...items];
}
