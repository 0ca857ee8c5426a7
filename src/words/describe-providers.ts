import { ExitCode } from '../exit-codes.js';
import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { Language } from '../language-codes.js';
import { type Provider, passwordName, type SubmissionServer } from '../providers/provider.js';
import { LISTED_KINDS } from '../providers/search.js';
import type { ProviderEntry, ProviderList, ProviderServer } from '../report/provider-list.js';
import { formatHostPort } from '../settings/uri/host-port.js';

/** Puts what is known of providers into one language. */
export function describeProviders(
  providers: readonly Provider[],
  language: Language,
  texts: ProviderListTexts,
): ProviderList {
  const ok = providers.length > 0;
  return {
    ...{ schemaVersion: 1, command: 'providers', ok },
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    providers: providers
      .map((provider) => describe(provider, language, texts))
      .sort((a, b) => byKind(a, b) || a.name.localeCompare(b.name, language)),
  };
}

const KINDS: readonly Provider['kind'][] = [...LISTED_KINDS, 'software'];
const byKind = (a: ProviderEntry, b: ProviderEntry) =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

function describe(
  { id, kind, name, servers, user, password, sender, limits, pages, checked }: Provider,
  language: Language,
  { userForms, accountPassword }: ProviderListTexts,
): ProviderEntry {
  const login = user?.value ?? '<user>';
  return {
    ...{ id, kind, name: name[language], checked },
    servers: servers.map((server) => describeServer(server, login)),
    user: user
      ? { form: user.form, words: user.value ?? user.words?.[language] ?? userForms[user.form] }
      : null,
    password: password
      ? {
          kind: password.kind,
          name: passwordName({ kind, password }, language) ?? accountPassword,
          where: password.where?.[language] ?? null,
        }
      : null,
    sender: sender ?? null,
    limits: limits?.[language] ?? null,
    pages: [...new Set(Object.values(pages ?? {}))],
  };
}

function describeServer({ host, port, security }: SubmissionServer, login: string): ProviderServer {
  const scheme = security === 'tls' ? 'smtps' : 'smtp';
  // Tailchat goes on without encryption where STARTTLS is not offered, unless it is told not to.
  const options = security === 'starttls' ? '?requireTLS=true' : '';
  const uri = `${scheme}://${login}:<password>@${formatHostPort(host, port)}/${options}`;
  return { host, port, security, uri };
}
