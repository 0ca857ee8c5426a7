import { ExitCode } from '../exit-codes.js';
import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { Language } from '../language-codes.js';
import type { Provider, SubmissionServer } from '../providers/provider.js';
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
    providers: providers.map((provider) => describe(provider, language, texts)),
  };
}

function describe(
  { id, kind, name, servers, user, password, sender, limits, pages, checked }: Provider,
  language: Language,
  { userForms, accountPassword, issuedPassword }: ProviderListTexts,
): ProviderEntry {
  const login = user?.value ?? '<user>';
  const own = user?.form === 'issued' ? issuedPassword : accountPassword;
  return {
    ...{ id, kind, name: name[language], checked },
    servers: servers.map((server) => describeServer(server, login)),
    user: user
      ? { form: user.form, words: user.value ?? user.words?.[language] ?? userForms[user.form] }
      : null,
    password: password
      ? {
          kind: password.kind,
          name: password.kind === 'password' ? own : password.name[language],
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
