import { ExitCode } from '../exit-codes.js';
import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { Language } from '../language-codes.js';
import { type Provider, passwordName, type SubmissionServer } from '../providers/provider.js';
import { LISTED_KINDS } from '../providers/search.js';
import type { ProviderEntry, ProviderList, ProviderServer } from '../report/provider-list.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import { withSite } from './provider-facts.js';

/**
 * Puts what is known of providers into one language.
 *
 * @param place the host or the domain of an address that was asked for: a provider may have several sites
 */
export function describeProviders(
  providers: readonly Provider[],
  language: Language,
  texts: ProviderListTexts,
  place?: string,
): ProviderList {
  const ok = providers.length > 0;
  return {
    ...{ schemaVersion: 1, command: 'providers', ok },
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    providers: providers
      .map((provider) => describe(provider, language, texts, place))
      .sort((a, b) => byKind(a, b) || a.name.localeCompare(b.name, language)),
  };
}

const KINDS: readonly Provider['kind'][] = [...LISTED_KINDS, 'software'];
const byKind = (a: ProviderEntry, b: ProviderEntry) =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

function describe(
  provider: Provider,
  language: Language,
  { userForms, accountPassword }: ProviderListTexts,
  place: string | undefined,
): ProviderEntry {
  const { id, kind, name, servers, user, password, sender, limits, pages, checked } = provider;
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
          where: siteText(password.where?.[language], provider, place) ?? null,
        }
      : null,
    sender: sender ?? null,
    limits: limits?.[language] ?? null,
    pages: [...new Set(Object.values(pages ?? {}))],
  };
}

/** A text that sends people to the provider's site for the domain that they asked for. */
function siteText(
  text: string | undefined,
  provider: Provider,
  place: string | undefined,
): string | undefined {
  return text && place ? withSite(text, provider, { user: `@${place}`, host: place }) : text;
}

function describeServer({ host, port, security }: SubmissionServer, login: string): ProviderServer {
  const scheme = security === 'tls' ? 'smtps' : 'smtp';
  // Tailchat goes on without encryption where STARTTLS is not offered, unless it is told not to.
  const options = security === 'starttls' ? '?requireTLS=true' : '';
  const uri = `${scheme}://${login}:<password>@${formatHostPort(host, port)}/${options}`;
  return { host, port, security, uri };
}
