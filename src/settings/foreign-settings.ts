import type { Security } from '../report/report.js';
import { Secret } from '../safety/secret.js';
import { buildUri } from './uri/build-uri.js';
import { repairUri } from './uri/repair-uri.js';
import { parseSmtpUri } from './uri/smtp-uri.js';
import { withholdFrom } from './withhold-from.js';

/** Settings of another application, rewritten as those of Tailchat. */
export interface ForeignSettings {
  uri: Secret;
  sender?: Secret | undefined;
  /** The names that they were made from. */
  names: string[];
}

type Part = 'whole' | 'host' | 'port' | 'user' | 'password' | 'security' | 'starttls' | 'sender';

// Names used by mailers of other applications: Nextcloud, Laravel, Django, Rails, Ghost, Gitea, Grafana and the like. Some put
// their own name in front. Some use small letters with two underscores between them.
const MAILER = '^(?:[A-Z][A-Z0-9_]*_)?(?:SMTP|E?MAIL|MAILER)_';
const named = (rest: string) => new RegExp(`${MAILER}(?:${rest})$`);
const PARTS: Readonly<Record<Part, RegExp>> = {
  whole: named('URL|DSN|CONNECTION_URL'),
  host: named('(?:SMTP_?|OPTIONS_)?(?:HOST(?:NAME)?|SERVER|ADDR(?:ESS)?)'),
  port: named('(?:SMTP_?|OPTIONS_)?PORT'),
  user: named('(?:HOST_|AUTH_|OPTIONS_AUTH_|SMTP_?)?(?:USER(?:_?NAME)?|LOGIN|NAME)'),
  password: named('(?:HOST_|AUTH_|OPTIONS_AUTH_|SMTP_?)?(?:PASS(?:WORD|WD)?|PWD)'),
  security: named('(?:SMTP_?|OPTIONS_)?(?:USE_)?(?:SECURE|SSL(?:_ENABLED)?|ENCRYPTION|SECURITY)'),
  starttls: named('(?:SMTP_?|OPTIONS_)?(?:USE_)?(?:START)?TLS(?:_ENABLED)?'),
  sender: new RegExp(
    `${MAILER}FROM(?:_ADDRESS|_EMAIL)?$|^DEFAULT_FROM_EMAIL$|^SMTP_(?:SENDER|ADMIN)_(?:EMAIL|ADDRESS)$`,
  ),
};

const PORTS: Partial<Record<Security, number>> = { tls: 465, 'starttls-if-offered': 587 };

/**
 * Makes `SMTP_URI` and `SMTP_SENDER` of variables such as `SMTP_HOST`, `SMTP_USER` or `MAIL_URL`. User and
 * password are percent-encoded. Pure.
 *
 * @returns undefined where no host is among them
 */
export function foreignSettings(
  variables: Iterable<readonly [name: string, value: string | undefined]>,
): ForeignSettings | undefined {
  const found = new Map<Part, { name: string; value: string }>();
  for (const [name, value] of variables) {
    const part = (Object.keys(PARTS) as Part[]).find((one) => PARTS[one].test(plainName(name)));
    const written = value?.trim() ?? '';
    if (part && written !== '') found.set(part, { name, value: written });
  }
  const of = (part: Part) => found.get(part)?.value;
  const sender = of('sender');
  const whole = of('whole');
  const names = [...found.values()].map(({ name }) => name);
  const wholeUri = whole && uriOf(whole);
  if (wholeUri) return settingsOf(wholeUri, names, sender);
  // PHP's mailers take the encryption in front of the host, others the port behind it.
  const [, way = '', host, ownPort] =
    /^(?:(ssl|tls|smtps?):\/\/)?(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?\/?$/i.exec(
      of('host') ?? '',
    ) ?? [];
  if (!host) return undefined;
  const written = Number(of('port') ?? ownPort);
  const security = securityOf({
    wish: of('security') ?? way,
    starttls: of('starttls'),
    port: written,
  });
  const port = Number.isInteger(written) && written > 0 ? written : (PORTS[security] ?? 587);
  const user = of('user') ?? '';
  const uri = buildUri({ host, port, security, user, password: of('password') ?? '' });
  return settingsOf(uri, names, sender);
}

/** Settings that were made, whose sender hides the password. */
export function settingsOf(uri: Secret, names: string[], sender = ''): ForeignSettings {
  if (sender === '') return { uri, names };
  return { uri, names, sender: withholdFrom(new Secret(sender), parseSmtpUri(uri)) };
}

/** `mail.options.host` and `mail__options__host` as `MAIL_OPTIONS_HOST`. */
function plainName(name: string): string {
  return name.toUpperCase().replace(/__|[.-]/g, '_');
}

/** A whole URI with a scheme that Tailchat knows. Django's schemes say how the encryption begins. */
function uriOf(whole: string): Secret | undefined {
  const [scheme] = /^(?:smtps?(?:\+(?:ssl|tls|starttls))?|submissions?):\/\//i.exec(whole) ?? [];
  if (scheme === undefined) return undefined;
  const isTls = /^(?:smtps|smtp\+ssl|submissions)/i.test(scheme);
  const written = `${isTls ? 'smtps' : 'smtp'}://${whole.slice(scheme.length)}`;
  return parseSmtpUri(written).ok ? new Secret(written) : repairUri(written)?.value;
}

const YES = /^(?:true|yes|y|1|on)$/i;

/** Whether TLS comes from the first byte: by the port, or because a setting says so. */
function securityOf(asked: { wish: string; starttls: string | undefined; port: number }): Security {
  const { wish, starttls = '', port } = asked;
  if (port === 465) return 'tls';
  if (port === 587 || port === 25 || YES.test(starttls)) return 'starttls-if-offered';
  const isTls = YES.test(wish) || /^(?:ssl|tls|smtps|force_tls|ssl\/tls)$/i.test(wish);
  return isTls ? 'tls' : 'starttls-if-offered';
}
