import { stepOfCommand } from '../diagnosis/conversation.js';
import type { StepName } from '../report/report.js';
import { isIP } from '../safety/is-ip.js';
import { isLoopback } from '../settings/addresses/is-loopback.js';
import { LONGEST_REPLY } from './logged-reply.js';

const PROPERTY = /^(?:\[?)(\w{2,40})\]?:(?: (.*))?$/;
const KNOWN =
  /^(?:code|response|responseCode|command|errno|syscall|hostname|host|address|port|reason|library|function|cert|opensslErrorStack|stack|rejected|rejectedErrors|recipient|originalCode|subject|issuer|subjectaltname|info\w*|modulus|bits|exponent|pubkey|valid_\w+|fingerprint\w*|serialNumber|raw|ext_key_usage|ca|C|CN|O|OU|L|ST)$/;
const PART = /^(['"`])(.*)\1 ?(\+?),?$/;
/** Codes that only nodemailer uses (its `errors.js`). */
const OF_NODEMAILER =
  /^(?:ESOCKET|EDNS|EAUTH|EENVELOPE|EMESSAGE|ETLS|EPROTOCOL|ECONNECTION|ESTREAM|ENOAUTH)$/;
const AS_JSON =
  /"(response|command|code|host|address|port)"\s*:\s*("(?:[^"\\]|\\.){0,8192}"|\d{1,5})/g;

/** An error of the TLS library, which an application has put in the place of a response. */
const OF_OPENSSL = /:error:[\dA-F]{8}:/;

const HOST = /^[\p{L}\p{N}_.-]{1,253}$/u;

/** The properties of an error, as `console.error` or `JSON.stringify` print them. */
export class Properties {
  response: string | undefined;
  step: StepName | undefined;
  host: string | undefined;
  port: number | undefined;
  isNodemailer = false;
  /** The part that was read of a text that continues in the next line. */
  #open: string | undefined;

  /**
   * Notes what a line says.
   *
   * @returns whether it is the line of a property
   */
  read(text: string): boolean {
    if (this.#open !== undefined && this.#goOn(text)) return true;
    if (text.includes('":')) this.#readJson(text);
    const [, name = '', value = ''] = PROPERTY.exec(text) ?? [];
    if (!KNOWN.test(name)) return false;
    if (name === 'response' && value === '') this.#open = '';
    else this.#note(name, value);
    return true;
  }

  #goOn(text: string): boolean {
    const match = PART.exec(text);
    if (!match) {
      this.#open = undefined;
      return false;
    }
    if (this.#open !== undefined && this.#open.length < LONGEST_REPLY) {
      this.#open += unquote(match[2] ?? '');
    }
    this.response = this.#open;
    if (match[3] !== '+') this.#open = undefined;
    return true;
  }

  #note(name: string, value: string): void {
    const match = PART.exec(value);
    const plain = match ? unquote(match[2] ?? '') : value.replace(/,$/, '');
    if (name === 'response' && match) {
      this.response = plain;
      if (match[3] === '+') this.#open = plain;
    } else this.#noteValue(name, plain);
  }

  #noteValue(name: string, value: string): void {
    if (name === 'command') {
      this.step = stepOfCommand(value);
      this.isNodemailer = true;
    } else if (name === 'code') this.isNodemailer ||= OF_NODEMAILER.test(value);
    else if (name === 'hostname' || name === 'host') this.#noteHost(value);
    else if (name === 'address' && isLoopback(value)) this.host ??= value;
    else if (name === 'port' && Number(value) > 0) this.port = Number(value);
  }

  // A value that is no name, such as a whole URI with its password, must not be shown.
  #noteHost(value: string): void {
    if (HOST.test(value) || isIP(value)) this.host = value;
  }

  #readJson(text: string): void {
    for (const [, name = '', value = ''] of text.matchAll(AS_JSON)) {
      const plain = value.startsWith('"') ? unquote(value.slice(1, -1)) : value;
      if (name !== 'response') this.#noteValue(name, plain);
      else if (!OF_OPENSSL.test(plain)) this.response = plain;
    }
  }
}

/** The text that `util.inspect` or `JSON.stringify` put in quotes. */
function unquote(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi, (_, byte, unit, character) => {
    if (byte ?? unit) return String.fromCharCode(Number.parseInt(byte ?? unit, 16));
    return character === 'n' ? '\n' : character === 'r' || character === 't' ? '' : character;
  });
}
