import type { Security } from '../report/report.js';
import { Secret } from '../safety/secret.js';
import { buildUri } from './uri/build-uri.js';

/** Settings that another application would read, made into those that Tailchat reads. */
export interface ForeignSettings {
  uri: Secret;
  sender?: Secret | undefined;
  /** The names that they were made of. */
  names: string[];
}

type Part = 'whole' | 'host' | 'port' | 'user' | 'password' | 'security' | 'sender';

// As mailers of other applications call them: Nextcloud, Laravel, Django, Rails, Ghost, Gitea and the like.
const PARTS: Readonly<Record<Part, RegExp>> = {
  whole: /^(?:SMTP|E?MAIL|MAILER)_(?:URL|DSN|CONNECTION_URL)$/,
  host: /^(?:SMTP|E?MAIL|MAILER)_(?:SMTP_?)?(?:HOST(?:NAME)?|SERVER|ADDRESS)$/,
  port: /^(?:SMTP|E?MAIL|MAILER)_(?:SMTP_?)?PORT$/,
  user: /^(?:SMTP|E?MAIL|MAILER)_(?:HOST_|AUTH_|SMTP_?)?(?:USER(?:_?NAME)?|LOGIN|NAME)$/,
  password: /^(?:SMTP|E?MAIL|MAILER)_(?:HOST_|AUTH_|SMTP_?)?(?:PASS(?:WORD)?|PWD)$/,
  security: /^(?:SMTP|E?MAIL|MAILER)_(?:SMTP_?)?(?:USE_)?(?:SECURE|SSL|ENCRYPTION)$/,
  sender:
    /^(?:(?:SMTP|E?MAIL|MAILER)_FROM(?:_ADDRESS|_EMAIL)?|DEFAULT_FROM_EMAIL|SMTP_(?:SENDER|ADMIN)_(?:EMAIL|ADDRESS))$/,
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
    const part = (Object.keys(PARTS) as Part[]).find((one) => PARTS[one].test(name));
    const written = value?.trim() ?? '';
    if (part && written !== '') found.set(part, { name, value: written });
  }
  const of = (part: Part) => found.get(part)?.value;
  const sender = of('sender');
  const whole = of('whole');
  const names = [...found.values()].map(({ name }) => name);
  const rest = { names, ...(sender ? { sender: new Secret(sender) } : {}) };
  if (whole && /^smtps?:\/\//i.test(whole)) return { ...rest, uri: new Secret(whole) };
  const host = of('host');
  if (!host || !/^[\w.:[\]-]+$/.test(host)) return undefined;
  const written = Number(of('port'));
  const security = securityOf(of('security'), written);
  const port = Number.isInteger(written) && written > 0 ? written : (PORTS[security] ?? 587);
  const user = of('user') ?? '';
  return { ...rest, uri: buildUri({ host, port, security, user, password: of('password') ?? '' }) };
}

/** TLS from the first byte where the port is that of it, or where it is asked for in so many words. */
function securityOf(wish: string | undefined, port: number): Security {
  if (port === 465) return 'tls';
  if (port === 587 || port === 25) return 'starttls-if-offered';
  return /^(?:ssl|tls|smtps|true|yes|1|on)$/i.test(wish ?? '') ? 'tls' : 'starttls-if-offered';
}
