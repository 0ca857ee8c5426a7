import stringWidth from 'string-width';
import { InterruptedError } from '../errors.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { CheckCommand } from '../report/check-command.js';
import { stripToLine } from '../safety/control-characters.js';
import { MASK } from '../safety/secret.js';
import type { FoundUri, FoundValues } from '../settings/found-values.js';
import { shownSetting, shownUri } from '../settings/shown-settings.js';
import { changeLogin, changeUri } from '../settings/uri/change-uri.js';
import { shownUser } from '../settings/uri/mask-uri.js';
import { readUri } from '../settings/uri/read-uri.js';
import type { SmtpUri } from '../settings/uri/smtp-uri.js';
import { withholdPassword } from '../settings/withhold-password.js';
import { askForPassword, askForServer, askForUser } from './ask-for-new-uri.js';
import { answered, askForRecipient, askForSender, askForWholeUri } from './ask-for-value.js';
import type { Asker, Choice } from './asker.js';

/** What of the answers can be changed, and what changes it. */
interface ReviewOptions {
  asker: Asker;
  texts: InterfaceTexts;
  command: CheckCommand;
  /** The answers that can be changed. */
  changeable: { uri: boolean; sender: boolean; recipient: boolean };
  /** Writes a line for the person. */
  say: (text: string) => void;
}

/** What to do next: start, cancel, or change something. */
type Next = 'start' | 'cancel' | ((values: FoundValues) => Promise<FoundValues>);

/**
 * Shows what will be checked, the password masked, and lets the person change it until it is right.
 *
 * @throws InterruptedError where the person cancels
 */
export async function reviewAnswers(
  answers: FoundValues,
  options: ReviewOptions,
): Promise<FoundValues> {
  const { asker, texts, say } = options;
  let values = answers;
  for (;;) {
    say(`\n${summarize(values, options).join('\n')}`);
    const next = await asker.choose<Next>(
      texts.prompts.review.question,
      choicesFor(values, options),
    );
    if (next === 'cancel') throw new InterruptedError();
    if (next === 'start') return values;
    values = await withholdPassword(await next(values));
  }
}

function summarize(
  { uri, sender, recipients }: FoundValues,
  { command, texts }: ReviewOptions,
): string[] {
  const { recipient, none, hidden } = texts.prompts.review;
  const rows: (readonly [string, string])[] = [
    ['SMTP_URI', uri ? shownUri(uri, false).replaceAll(MASK, hidden) : none],
    ['SMTP_SENDER', sender ? shownSetting('SMTP_SENDER', sender.value, false) : none],
    ...(command === 'test' ? ([[recipient, recipients.join(', ')]] as const) : []),
  ];
  const widest = Math.max(...rows.map(([name]) => stringWidth(name)));
  return rows.map(
    ([name, value]) => `${name}${' '.repeat(widest - stringWidth(name))}  ${stripToLine(value)}`,
  );
}

function choicesFor({ uri }: FoundValues, options: ReviewOptions): Choice<Next>[] {
  const { command, changeable, texts } = options;
  const { review } = texts.prompts;
  return [
    { name: review.start[command], value: 'start' },
    ...(changeable.uri && uri ? uriChoices(uri, options) : []),
    ...(changeable.sender
      ? [{ name: review.sender, value: (values: FoundValues) => changeSender(values, options) }]
      : []),
    ...(changeable.recipient
      ? [
          {
            name: review.changeRecipient,
            value: (values: FoundValues) => changeRecipient(values, options),
          },
        ]
      : []),
    { name: review.cancel, value: 'cancel' },
  ];
}

/** A URI that was understood can be changed by its parts. */
function uriChoices({ value, read }: FoundUri, { asker, texts }: ReviewOptions): Choice<Next>[] {
  const { prompts } = texts;
  const { review } = prompts;
  const whole: Choice<Next> = {
    name: review.uri,
    value: async (values) => {
      const typed = await askForWholeUri(asker, texts);
      return { ...values, ...(typed.sender ? { sender: typed.sender } : {}), uri: typed.uri };
    },
  };
  if (!read.ok) return [whole];
  const { user = '', password } = read.uri;
  const withLogin = (name: string, secret: Parameters<typeof changeLogin>[2]) =>
    readUri(answered(changeLogin(value, name, secret)));
  return [
    {
      name: review.server,
      value: async (values) => ({
        ...values,
        uri: await changeServer(value, read.uri, asker, texts),
      }),
    },
    {
      name: review.user,
      value: async (values) => {
        const isShown = user !== '' && shownUser(user, password ?? '') === user;
        const known = isShown ? user : undefined;
        const name = await askForUser(asker, prompts, { known, isRequired: user !== '' });
        const secret = name === '' ? '' : (password ?? (await askForPassword(asker, prompts)));
        return { ...values, uri: withLogin(name, secret) };
      },
    },
    ...(user === ''
      ? []
      : [
          {
            name: review.password,
            value: async (values: FoundValues) => ({
              ...values,
              uri: withLogin(user, await askForPassword(asker, prompts)),
            }),
          },
        ]),
    whole,
  ];
}

async function changeServer(
  value: FoundUri['value'],
  known: SmtpUri,
  asker: Asker,
  { prompts }: InterfaceTexts,
): Promise<FoundUri> {
  const { host, port, security } = await askForServer(asker, prompts, known);
  const changes = {
    ...{ host, port, isTlsFirst: security === 'tls' },
    ...{ requiresTls: security === 'starttls', ignoresTls: security === 'none' },
  };
  return readUri(answered(changeUri(value, changes)));
}

async function changeSender(values: FoundValues, options: ReviewOptions): Promise<FoundValues> {
  const { asker, texts, command } = options;
  const sender = await askForSender(asker, texts, values, command === 'test');
  if (sender) return { ...values, sender };
  const { sender: _, ...others } = values;
  return others;
}

async function changeRecipient(values: FoundValues, { asker, texts }: ReviewOptions) {
  return { ...values, recipients: [await askForRecipient(asker, texts, values.recipients)] };
}
