import type { Options } from 'yargs';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { LANGUAGES } from '../../languages.js';
import { ENV_FORMATS } from '../../settings/env-files/env-format.js';

/** The options that `verify` and `test` share: declared here, and nowhere else. */
export function sharedOptions({ help }: CommandLineTexts) {
  const { options: words, groups } = help;
  const text = { type: 'string', requiresArg: true } as const;
  const flag = { type: 'boolean' } as const;
  const seconds = { type: 'number', requiresArg: true } as const;
  const settings = { group: groups.settings };
  const check = { group: groups.check };
  const output = { group: groups.output };
  return {
    uri: { ...text, ...settings, describe: words.uri },
    sender: { ...text, ...settings, alias: 'from', describe: words.sender },
    settings: { ...text, ...settings, alias: 'env-file', describe: words.envFile },
    service: { ...text, ...settings, describe: words.service },
    'env-format': { ...text, ...settings, choices: ENV_FORMATS, describe: words.envFormat },
    sandbox: { ...flag, ...settings, describe: words.sandbox },
    interactive: { ...flag, ...settings, alias: 'i', describe: words.interactive },
    'no-input': { ...flag, ...settings, describe: words.input },
    timeout: { ...seconds, ...check, default: 30, describe: words.timeout },
    wait: { ...seconds, ...check, default: 0, describe: words.wait },
    'no-suggest': { ...flag, ...check, describe: words.suggest },
    'control-host': { ...text, ...check, describe: words.controlHost },
    write: { ...flag, ...check, describe: words.write },
    strict: { ...flag, ...check, describe: words.strict },
    json: { ...flag, ...output, describe: words.json },
    report: { type: 'string', nargs: 2, ...output, describe: words.report },
    verbose: { ...flag, ...output, alias: 'v', describe: words.verbose },
    quiet: { ...flag, ...output, alias: 'q', describe: words.quiet },
    'show-secrets': { ...flag, ...output, describe: words.showSecrets },
    lang: { ...text, ...output, choices: LANGUAGES, describe: words.lang },
    'no-color': { ...flag, ...output, describe: words.color },
  } satisfies Record<string, Options>;
}

/** The options of `explain`. */
export function explainOptions(texts: CommandLineTexts) {
  const { json, quiet, lang, 'no-color': noColor } = sharedOptions(texts);
  const { options: words, groups } = texts.help;
  const file = {
    type: 'string',
    requiresArg: true,
    group: groups.check,
    describe: words.file,
  } as const;
  return { file, json, quiet, lang, 'no-color': noColor } satisfies Record<string, Options>;
}

/** The options of `domain`. */
export function domainOptions(texts: CommandLineTexts) {
  const { options: words, groups } = texts.help;
  const shared = sharedOptions(texts);
  const text = { type: 'string', requiresArg: true, group: groups.check } as const;
  const flag = { type: 'boolean', group: groups.check } as const;
  const { uri, sender, settings, service, 'env-format': envFormat } = shared;
  const { json, quiet, 'show-secrets': showSecrets, lang, 'no-color': noColor } = shared;
  return {
    ...{ uri, sender, settings, service, 'env-format': envFormat },
    selector: { ...text, describe: words.selector },
    recipient: { ...text, describe: words.recipient },
    ip: { ...text, describe: words.ip },
    dns: { ...text, describe: words.dns },
    blocklists: { ...flag, describe: words.blocklists },
    offline: { ...flag, describe: words.domainOffline },
    timeout: { ...shared.timeout, default: 5, describe: words.domainTimeout },
    ...{ json, quiet, 'show-secrets': showSecrets, lang, 'no-color': noColor },
  } satisfies Record<string, Options>;
}

/** The options of `verify` alone. */
export function verifyOptions({ help }: CommandLineTexts) {
  const offline = { group: help.groups.check, describe: help.options.offline };
  return { offline: { type: 'boolean', ...offline } } satisfies Record<string, Options>;
}

/** The options of `test` alone. */
export function testOptions({ help }: CommandLineTexts) {
  const { options: words, groups } = help;
  const message = { type: 'string', requiresArg: true, group: groups.message } as const;
  return {
    to: { ...message, describe: words.to },
    subject: { ...message, describe: words.subject },
    text: { ...message, describe: words.text },
    html: { ...message, describe: words.html },
  } satisfies Record<string, Options>;
}
