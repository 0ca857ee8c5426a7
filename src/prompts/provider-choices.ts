import type { Language } from '../language-codes.js';
import { PROVIDERS } from '../providers/index.js';
import type { Provider, SubmissionServer } from '../providers/provider.js';
import type { Choice } from './asker.js';

const KINDS = ['mailbox', 'relay', 'hosting'] as const satisfies readonly Provider['kind'][];

/** The providers whose servers are known: mailboxes first, then services, then hosters, by name. */
export function providerChoices(language: Language): Choice<Provider>[] {
  return KINDS.flatMap((kind) =>
    PROVIDERS.filter((provider) => provider.kind === kind && provider.servers.length > 0)
      .map((value) => ({ name: value.name[language], value }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  );
}

/** The best server of each host that a provider has. */
export function serverChoices({ servers }: Provider): Choice<SubmissionServer>[] {
  const isFirst = ({ host }: SubmissionServer, index: number) =>
    servers.findIndex((server) => server.host === host) === index;
  return servers.filter(isFirst).map((value) => ({ name: value.host, value }));
}
