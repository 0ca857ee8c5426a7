import type { Cause } from '../report/causes.js';
import type { StepName } from '../report/report.js';
import { ruledBeginningOf } from '../settings/uri/mail-ports.js';

/** A contradiction in pasted settings: TLS from the first byte on a port that begins in plain text, or the other way round. */
export interface ModeAtOdds {
  /** The line of the setting, from 1. */
  line: number;
  cause: Cause & ('tls-on-plain-port' | 'plain-on-tls-port');
  step: StepName;
  port: number;
  host?: string;
}

type Mode = 'tls' | 'plain';

/** A name and its value, in the forms of env files, YAML, INI, PHP, JSON and JavaScript. */
const PAIR =
  /["'`]?([A-Za-z][\w.-]{1,60})["'`]?\]?\s{0,4}(?:=>|[:=])\s{0,4}["'`]?([A-Za-z0-9][\w+.:/-]{0,80})/g;
/** A setting that is commented out, or a line of a program. */
const OF_COMMENT = /^\s{0,8}(?:#|;|\/\/)/;

/** A name without the signs by which applications separate its words. */
const plainName = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '');

const OF_PORT = /(?:smtp|e?mail\w{0,20})(?:server|options)?port$|^port$/;
const OF_HOST = /(?:smtp|mail)\w{0,20}(?:host|server|addr|address)$|^host$/;
/** Nodemailer's `secure` in the names of programs that hand it on; PHPMailer's SMTPSecure and its like. */
const OF_SECURE = /(?:smtp|e?mail)\w{0,20}secure$|^secure$/;
const OF_ENCRYPTION = /(?:smtp|e?mail)\w{0,20}(?:encryption|security|crypto|secure)$|^encryption$/;
/** Gitea's. */
const OF_PROTOCOL = /^protocol$|mailerprotocol$/;

const HOST = /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}$/i;
const HOST_WITH_PORT = /^((?:[\w-]{1,63}\.){1,8}[a-z]{2,24}):(\d{2,5})$/i;
const OF_URI =
  /\b(smtps?):\/\/[^\s"'`]{0,200}?@?((?:[\w-]{1,63}\.){1,8}[a-z]{2,24}):(\d{2,5})(?![\w.])/i;

/** How a connection begins, by a setting. Undefined where programs differ. */
function modeOf(name: string, value: string): Mode | undefined {
  const said = value.toLowerCase();
  if (OF_SECURE.test(name)) {
    if (said === 'true') return 'tls';
    if (said === 'false') return 'plain';
  }
  if (OF_ENCRYPTION.test(name)) {
    if (/^(?:ssl|force_tls|smtps|implicit)$/.test(said)) return 'tls';
    if (/^(?:starttls|explicit)$/.test(said)) return 'plain';
  }
  if (OF_PROTOCOL.test(name)) {
    if (said === 'smtps') return 'tls';
    if (said === 'smtp+starttls') return 'plain';
  }
  // PHPMailer uses STARTTLS by itself, whatever the other settings are.
  if (/(?:autotls|starttls)$/.test(name) && said === 'true') return 'plain';
  // Names of Django and of applications built on it.
  if (/emailusessl$/.test(name) && said === 'true') return 'tls';
  return undefined;
}

/** Reads pasted settings line by line. Port and mode count only where each is given once. */
export class PastedMode {
  readonly #ports = new Set<number>();
  readonly #hosts = new Set<string>();
  readonly #modes = new Map<Mode, number>();

  look(line: string, number: number): void {
    if (OF_COMMENT.test(line)) return;
    const [, scheme, server = '', digits] = OF_URI.exec(line) ?? [];
    if (scheme?.toLowerCase() === 'smtps' || (scheme && line.includes('SMTP_URI'))) {
      this.#note(scheme.toLowerCase() === 'smtps' ? 'tls' : 'plain', number);
      this.#ports.add(Number(digits));
      this.#hosts.add(server);
      return;
    }
    for (const [, key = '', value = ''] of line.matchAll(PAIR)) {
      this.#read(plainName(key), value, number);
    }
  }

  /** The contradiction, where the settings leave no doubt. */
  get atOdds(): ModeAtOdds | undefined {
    const [port, ...ports] = this.#ports;
    const [mode, ...modes] = this.#modes;
    if (port === undefined || mode === undefined || ports.length > 0 || modes.length > 0)
      return undefined;
    const begins = ruledBeginningOf(port);
    const [way, line] = mode;
    if (begins === undefined || begins === way) return undefined;
    const [host, ...hosts] = this.#hosts;
    const place = { line, port, ...(host === undefined || hosts.length > 0 ? {} : { host }) };
    return way === 'tls'
      ? { ...place, cause: 'tls-on-plain-port', step: 'tls' }
      : { ...place, cause: 'plain-on-tls-port', step: 'greeting' };
  }

  #read(name: string, value: string, line: number): void {
    const mode = modeOf(name, value);
    if (mode) this.#note(mode, line);
    if (OF_PORT.test(name) && /^\d{2,5}$/.test(value)) this.#ports.add(Number(value));
    if (!OF_HOST.test(name)) return;
    const [, host, port] = HOST_WITH_PORT.exec(value) ?? [];
    if (port !== undefined) this.#ports.add(Number(port));
    if (host ?? HOST.test(value)) this.#hosts.add(host ?? value);
  }

  #note(mode: Mode, line: number): void {
    if (!this.#modes.has(mode)) this.#modes.set(mode, line);
  }
}
