const isText = (value: unknown) => typeof value === 'string';
const isSwitch = (value: unknown) => typeof value === 'boolean';

/** What an option has to be, and what is said of one that is not. */
const KINDS = {
  text: [isText, 'is no text'],
  texts: [(value: unknown) => Array.isArray(value) && value.every(isText), 'is no list of texts'],
  switch: [isSwitch, 'is neither true nor false'],
  variables: [
    (value: unknown) => typeof value === 'object' && value !== null,
    'is no object with variables',
  ],
  function: [(value: unknown) => typeof value === 'function', 'is no function'],
  signal: [(value: unknown) => value instanceof AbortSignal, 'is no AbortSignal'],
} as const satisfies Record<string, readonly [is: (value: unknown) => boolean, words: string]>;

/** The options of all functions. Numbers are refused by their range, recipients and what DNS is asked for by themselves. */
const OPTIONS: Readonly<Record<string, keyof typeof KINDS>> = {
  ...{ uri: 'text', sender: 'text', cwd: 'text', envFormat: 'text', controlHost: 'text' },
  ...{ lang: 'text', subject: 'text', text: 'text', html: 'text', imap: 'text' },
  ...{
    envFiles: 'texts',
    suggest: 'switch',
    strict: 'switch',
    showSecrets: 'switch',
    offline: 'switch',
  },
  ...{ blocklists: 'switch', env: 'variables', onEvent: 'function', signal: 'signal' },
};

/**
 * Refuses options of another type, which programs without types may give. The value is never repeated.
 *
 * @throws TypeError
 */
export function refuseTypes(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options is no object');
  for (const [name, value] of Object.entries(options)) {
    const kind = OPTIONS[name];
    if (value === undefined || kind === undefined) continue;
    const [is, words] = KINDS[kind];
    if (!is(value)) throw new TypeError(`${name} ${words}`);
  }
}
