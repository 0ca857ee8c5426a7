import type { Context } from '../../context.js';
import { startDeadline } from '../../deadline.js';
import { UsageError } from '../../errors.js';
import { commandLineTexts } from '../../language/index.js';
import type { Texts } from '../../language/texts.js';
import { type Raw, Secret } from '../../safety/secret.js';
import type { Awaiting } from '../../smtp/awaiting.js';
import type { CheckArguments } from './check-arguments.js';
import { readSecretLine } from './given-values.js';

/** The variable that names the mailbox, so that its password need not stand on the command line. */
const VARIABLE = 'SMTP_TEST_IMAP_URI';

/**
 * The mailbox in which `--await` looks for the mail; undefined where `--await` was not given.
 *
 * @throws UsageError before anything is sent, where no mailbox is named or its name is no IMAP URI
 */
export async function findMailbox(
  args: CheckArguments,
  context: Context,
  signal: AbortSignal,
  texts: Texts,
): Promise<Awaiting | undefined> {
  const { awaitMs, imap } = args;
  if (awaitMs === 0) return undefined;
  const { usage } = commandLineTexts(texts.interface.language);
  const fromEnv = context.env[VARIABLE];
  if (imap === undefined && !fromEnv?.trim())
    throw new UsageError(usage.onlyWith('--await', `--imap / ${VARIABLE}`));
  const raw = imap === undefined ? new Secret(fromEnv ?? '') : await given(imap);
  const [{ parseImapUri }, { awaitingIn }] = await Promise.all([
    import('../../imap/imap-uri.js'),
    import('../../smtp/awaiting.js'),
  ]);
  const uri = parseImapUri(raw);
  if (!uri) throw new UsageError(usage.notAMailbox(imap === undefined ? VARIABLE : '--imap'));
  return awaitingIn(uri, awaitMs);

  async function given(word: string): Promise<Raw> {
    if (word !== '-') return new Secret(word);
    const deadline = startDeadline(args.timeoutMs, signal);
    const message = texts.interface.arrival.askForMailbox;
    const asking = { args, context, signal, texts: texts.interface };
    return await readSecretLine(asking, deadline.signal, message).finally(deadline.clear);
  }
}
