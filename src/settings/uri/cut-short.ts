import { isKnownOption } from './uri-options.js';

/**
 * An `@` behind the authority that stood between password and host. A character of the password (`# / ? \\`) ended the authority
 * before it. Among options only ciphers and addresses may contain an `@`.
 */
export function isCutShort(path: string, query: string, fragment: string): boolean {
  const others = query.replace(
    /(^|&)(?:tls\.ciphers|proxy|from|sender|replyTo|to|cc|bcc)=[^&]*/g,
    '',
  );
  return path.startsWith('\\') || `${path}${others}${fragment}`.includes('@');
}

/** A server for mail by its name and its port, which a login follows that can be no part of it. */
export const ENDS_WITHOUT_LOGIN =
  /^(?:smtp|e?mail|mx|relay)[\w-]{0,60}(?:\.[\w-]{1,63}){1,8}:(?:25|465|587|2525)[/#]/i;

/** A host with a domain, and options. */
const HOST_AND_OPTIONS = /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{2,5})?\/?\?[^#]*$/i;

/** Whether the query holds options, and no rest of a password: by their form, or by their names. */
export function isWithOptions(text: string, query: string): boolean {
  if (WITH_OPTIONS.test(text) || WHOLE.test(text)) return true;
  const names = query.split('&').map((option) => option.split('=', 1)[0] ?? '');
  return HOST_AND_OPTIONS.test(text) && names.every((name) => name === '' || isKnownOption(name));
}

/** A server with a domain or address and a port for mail, and options: what they hold is no part of a password. */
const WITH_OPTIONS =
  /^(?:[^/?#\\@]*@)?(?:(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}):(?:25|465|587|2525)\/?\?[a-z][\w.-]{1,40}=[^&#?=/]*(?:&[a-z][\w.-]{1,40}=[^&#?=/]*)*$/i;

/**
 * A login with its password and a whole server, behind which options or a fragment stand in their form. `url.parse` ends the
 * authority at the first `/`, `?` or `#`, so that an `@` behind it separates nothing.
 */
const WHOLE =
  /^[^/?#\\:]+:[^/?#\\@]+@(?:localhost|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]{2,45}\])(?:(?::\d{1,5}\/?|\/)\?\w[\w.-]{1,40}=[^#\s,;|"'`\\]*|:\d{1,5}\/?)(?:#[^\s,;|"'`\\]*)?$/i;
