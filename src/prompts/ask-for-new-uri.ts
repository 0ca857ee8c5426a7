import { loadProviderListTexts } from '../language/index.js';
import type { PromptTexts } from '../language/interface-texts.js';
import type { Language } from '../language-codes.js';
import { type Provider, passwordName } from '../providers/provider.js';
import type { Security } from '../report/report.js';
import type { Secret } from '../safety/secret.js';
import { buildUri } from '../settings/uri/build-uri.js';
import { RELAY_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT } from '../settings/uri/mail-ports.js';
import { parseSmtpUri, type SmtpUri } from '../settings/uri/smtp-uri.js';
import type { Asker } from './asker.js';
import { maskTypedHost, maskTypedPort, maskTypedSearch, maskTypedUser } from './mask-typed.js';
import { providerGroups, serverChoices } from './provider-choices.js';

const USUAL_PORT = {
  tls: SUBMISSIONS_PORT,
  starttls: SUBMISSION_PORT,
  none: RELAY_PORT,
} as const;

/** For a person without a URI: asks for its parts and builds it. */
export async function askForNewUri(
  asker: Asker,
  texts: PromptTexts,
  language: Language,
): Promise<Secret> {
  const list = await loadProviderListTexts(language);
  const groupsFor = (typed: string) => providerGroups(typed, language, list, texts.otherProvider);
  const ask = () =>
    asker.search<Provider | null>({
      message: texts.provider,
      groupsFor,
      // The way on for who finds none always stands there.
      shownAs: (typed) => maskTypedSearch(typed, groupsFor(typed).length > 1),
      hint: texts.searchHint,
    });
  let provider = await ask();
  // The answer says why it is none.
  while (provider?.password?.kind === 'none') provider = await ask();
  const server = provider
    ? await chooseServer(provider, asker, texts)
    : await askForServer(asker, texts);
  const user = await askForUser(asker, texts, {
    known: provider?.user?.value,
    isRequired: provider !== null,
    isAddress: provider?.user?.form === 'address',
  });
  const kind = provider ? passwordName(provider, language) : undefined;
  const password = user === '' ? '' : await askForPassword(asker, texts, kind);
  const { host, port, security } = server;
  return buildUri({ host, port, security, user, password });
}

/**
 * Asks who logs in; a provider may take whole addresses alone.
 *
 * @returns an empty text where nobody does
 */
export async function askForUser(
  asker: Asker,
  texts: PromptTexts,
  {
    known,
    isRequired = false,
    isAddress = false,
  }: { known?: string | undefined; isRequired?: boolean; isAddress?: boolean },
): Promise<string> {
  const problemOf = (typed: string) => {
    if (typed.trim() === '') return isRequired ? texts.required : undefined;
    return isAddress && !typed.includes('@') ? texts.problem['bad-address'] : undefined;
  };
  const user = await asker.text({
    message: isRequired ? texts.userNeeded : texts.user,
    default: known,
    problemOf,
    shownAs: maskTypedUser,
  });
  return user.trim();
}

/** Asks for a password, by the name that the provider has for it. */
export async function askForPassword(
  asker: Asker,
  texts: PromptTexts,
  kind: string = texts.accountPassword,
): Promise<string> {
  const problemOf = (typed: string) => (typed === '' ? texts.required : undefined);
  return await asker.secret(texts.passwordOf(kind), problemOf);
}

/** Chooses a server of a provider. Some have one for each region or each kind of account. */
async function chooseServer(provider: Provider, asker: Asker, texts: PromptTexts) {
  const choices = serverChoices(provider);
  const [only, ...others] = choices;
  if (only && others.length === 0) return only.value;
  return await asker.choose(texts.host, choices);
}

/** Asks for a server: its host, how it encrypts, and its port. */
export async function askForServer(
  asker: Asker,
  texts: PromptTexts,
  known?: Pick<SmtpUri, 'host' | 'isHostDoubtful' | 'port' | 'security'>,
) {
  const host = await asker.text({
    message: texts.host,
    default: known && (known.isHostDoubtful ? undefined : known.host),
    problemOf: (typed) => problemOfHost(typed.trim(), texts),
    shownAs: maskTypedHost,
  });
  const { securityChoices } = texts;
  const before = known?.security === 'starttls-if-offered' ? 'starttls' : known?.security;
  const security = await asker.choose<Exclude<Security, 'starttls-if-offered'>>(
    texts.security,
    [
      { name: securityChoices.tls, value: 'tls' },
      { name: securityChoices.starttls, value: 'starttls' },
      { name: securityChoices.none, value: 'none' },
    ],
    before,
  );
  const port = await asker.text({
    message: texts.port,
    default: String(known && security === before ? known.port : USUAL_PORT[security]),
    problemOf: (typed) => problemOfPort(typed.trim(), texts),
    shownAs: maskTypedPort,
  });
  return { host: host.trim(), port: Number(port.trim()), security };
}

/** What is wrong with a host, by the rules that the URI is read by. Whatever is more than a host is no host. */
function problemOfHost(host: string, texts: PromptTexts): string | undefined {
  if (/[/?#@\\]/.test(host)) return texts.problem['bad-host'];
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const read = parseSmtpUri(`smtp://${bare.includes(':') ? `[${bare}]` : bare}:${RELAY_PORT}/`);
  if (read.ok) return undefined;
  return read.detail ? texts.problem[read.detail] : texts.placeholder;
}

const GREATEST_PORT = 65_535;

function problemOfPort(port: string, texts: PromptTexts): string | undefined {
  const isPort = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= GREATEST_PORT;
  return isPort ? undefined : texts.problem['bad-port'];
}
