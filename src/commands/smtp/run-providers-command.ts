import type { ExitCode } from '../../exit-codes.js';
import { loadProviderListTexts } from '../../language/index.js';
import { writeProviderList } from '../../output/reporter.js';
import {
  listedProviders,
  nearestProvider,
  placesOf,
  searchProviders,
  withNearestServers,
} from '../../providers/search.js';
import { maskedWords } from '../../safety/shown-word.js';
import { describeProviders } from '../../words/describe-providers.js';
import type { CommandRun } from './define-command.js';
import type { OptionValues } from './options.js';

/** A run of `providers`. Opens no connection. */
export async function runProvidersCommand(
  args: OptionValues<'providers'> & { words: readonly string[] },
  { context, language }: CommandRun,
): Promise<ExitCode> {
  const texts = await loadProviderListTexts(language);
  const { words } = args;
  const found = words.length === 0 ? listedProviders() : searchProviders(words);
  const [place] = placesOf(words);
  const list = describeProviders(withNearestServers(found, words), language, texts, place);
  const near = found.length === 0 ? nearestProvider(words) : undefined;
  const meant = near && { name: near.name[language], id: near.id };
  await writeProviderList(list, {
    ...{ context, texts, meant, words: maskedWords(words.join(' ')) },
    args: { isJson: args.json, isQuiet: args.quiet, isColorWanted: !args['no-color'] },
  });
  return list.exitCode;
}
