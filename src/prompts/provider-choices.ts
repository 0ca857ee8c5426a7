import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { Language } from '../language-codes.js';
import type { Provider, SubmissionServer } from '../providers/provider.js';
import { LISTED_KINDS, listedProviders, searchProviders } from '../providers/search.js';
import type { Choice, ChoiceGroup } from './asker.js';

/**
 * The providers that what was typed names, by kind, and at the end a way on for who finds none: a part of a name
 * in either language, a host, or one's own mail address.
 */
export function providerGroups(
  typed: string,
  language: Language,
  { kinds, passwordFrom }: Pick<ProviderListTexts, 'kinds' | 'passwordFrom'>,
  other: string,
): ChoiceGroup<Provider | null>[] {
  const words = typed.split(/\s+/).filter(Boolean);
  const fitting = words.length > 0 ? searchProviders(words, { isTyping: true }) : listedProviders();
  const nameOf = ({ name, password }: Provider) =>
    password?.kind === 'none'
      ? passwordFrom(name[language], password.name[language])
      : name[language];
  const groups = LISTED_KINDS.map((kind) => ({
    heading: kinds[kind],
    choices: fitting
      .filter((provider) => provider.kind === kind)
      .map((value) => ({ name: nameOf(value), value }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  }));
  const rest = { heading: '', choices: [{ name: other, value: null }] };
  return [...groups.filter(({ choices }) => choices.length > 0), rest];
}

/** The best server of each host that a provider has. */
export function serverChoices({ servers }: Provider): Choice<SubmissionServer>[] {
  const isFirst = ({ host }: SubmissionServer, index: number) =>
    servers.findIndex((server) => server.host === host) === index;
  return servers.filter(isFirst).map((value) => ({ name: value.host, value }));
}
