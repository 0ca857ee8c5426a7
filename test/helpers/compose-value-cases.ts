import { BOTH, type ComposeCase, compose, FULL, OTHER, service, URI } from './compose-case.js';

const SENDER = 'a@mail.example';
/** A folder whose one service has these variables. */
const variables = (text: string) => ({
  'docker-compose.yml': compose(service(`environment:\n${text.replace(/^/gm, '  ')}`)),
});
/** A folder whose one service has this env file. */
const envFile = (text: string) => ({
  'docker-compose.yml': compose(service('env_file: mail.env')),
  'mail.env': text,
});

/** How values are written in YAML. */
export const VALUE_CASES: readonly ComposeCase[] = [
  {
    name: 'a number as value',
    files: variables(`SMTP_URI: 587\nSMTP_SENDER: ${SENDER}`),
    values: { uri: '587', sender: SENDER },
  },
  {
    name: 'a number with zeros in front',
    files: variables('SMTP_URI: 0587'),
    values: { uri: '587' },
    v1: { uri: '0587' },
  },
  {
    name: 'a number with a fraction',
    files: variables('SMTP_URI: 1.50\nSMTP_SENDER: 1e3'),
    values: { uri: '1.5', sender: '1000' },
    v1: { uri: '1.5', sender: '1e3' },
  },
  {
    name: 'truth values',
    files: variables('SMTP_URI: true\nSMTP_SENDER: No'),
    values: { uri: 'true', sender: 'No' },
    v1: 'refused',
  },
  {
    name: 'hexadecimal and octal numbers',
    files: variables('SMTP_URI: 0x1F\nSMTP_SENDER: 0o17'),
    values: { uri: '31', sender: '15' },
    v1: { uri: '31', sender: '0o17' },
  },
  {
    name: 'a number with underscores',
    files: variables('SMTP_URI: 1_000\nSMTP_SENDER: 12:30'),
    values: { uri: '1000', sender: '12:30' },
    v1: { uri: '1000', sender: '750' },
  },
  {
    name: 'a date',
    files: variables('SMTP_URI: 2026-11-27\nSMTP_SENDER: .5'),
    values: 'bad-structure',
    v1: 'refused',
    v2_26: { uri: '2026-11-27 00:00:00 +0000 UTC', sender: '0.5' },
  },
  {
    name: 'a tilde is nothing',
    files: { ...variables('SMTP_URI: ~\nSMTP_SENDER: null'), '.env': '' },
    env: { SMTP_SENDER: SENDER },
    values: { sender: SENDER },
  },
  {
    name: 'a map as value',
    files: variables('SMTP_URI:\n  host: mail.example'),
    values: 'bad-structure',
  },
  {
    name: 'a list of lists',
    files: variables(`- [SMTP_URI=${URI}]`),
    values: 'bad-entry',
  },
  {
    name: 'a number in a list',
    files: variables('- 587'),
    values: 'bad-entry',
  },
  {
    name: 'a list in one line',
    files: {
      'docker-compose.yml': compose(
        service(`environment: ["SMTP_URI=${URI}", SMTP_SENDER=${SENDER}]`),
      ),
    },
    values: BOTH,
  },
  {
    name: 'a map in one line',
    files: {
      'docker-compose.yml': compose(
        service(`environment: { SMTP_URI: "${URI}", SMTP_SENDER: ${SENDER} }`),
      ),
    },
    values: BOTH,
  },
  {
    name: 'quotes within a list entry stay',
    files: variables(`- SMTP_URI="${URI}"\n- SMTP_SENDER='${SENDER}'`),
    values: { uri: `"${URI}"`, sender: `'${SENDER}'` },
  },
  ...[
    `SMTP_URI:${URI}\nSMTP_SENDER:${SENDER}`,
    `SMTP_URI：${URI}\nSMTP_SENDER：${SENDER}`,
    `SMTP_URI=${URI}\nSMTP_SENDER=${SENDER}`,
    `SMTP_URI: ${URI}\nSMTP_SENDER:${SENDER}`,
    `SMTP_URI：${URI}\nSMTP_SENDER: ${SENDER}`,
    `-SMTP_URI=${URI}\n-SMTP_SENDER=${SENDER}`,
  ].map((lines) => ({
    name: `lines that are no pairs: ${lines.replaceAll(URI, '…')}`,
    files: variables(lines),
    values: 'no-pair',
  })),
  {
    name: 'the same name twice in a list',
    files: variables(`- SMTP_URI=${OTHER}\n- SMTP_URI=${URI}`),
    values: { uri: URI },
  },
  {
    name: 'the same name twice in a map',
    files: variables(`SMTP_URI: ${OTHER}\nSMTP_URI: ${URI}`),
    values: 'name-twice',
    // It takes the last.
    v1: { uri: URI },
  },
  {
    name: 'a comment behind the value',
    files: variables(`SMTP_URI: ${URI} # mine\nSMTP_SENDER: ${SENDER} #mine`),
    values: BOTH,
  },
  {
    name: 'a literal block keeps its line end',
    files: variables(`SMTP_URI: |\n  ${URI}\nSMTP_SENDER: >\n  ${SENDER}`),
    values: { uri: `${URI}\n`, sender: `${SENDER}\n` },
  },
  {
    name: 'escapes in double quotes of YAML',
    files: variables('SMTP_URI: "smtp\\u0073://u:p\\x40@mail.example"'),
    values: { uri: 'smtps://u:p@@mail.example' },
  },
  {
    name: 'two single quotes in single quotes of YAML',
    files: variables("SMTP_SENDER: '''T'' <a@mail.example>'"),
    values: { sender: "'T' <a@mail.example>" },
  },
  {
    name: 'a tab before a value',
    files: variables(`SMTP_URI:\t${URI}`),
    values: { uri: URI },
    v1: 'refused',
  },
  {
    name: 'a tab as indentation',
    files: { 'docker-compose.yml': `services:\n\ttailchat:\n\t\timage: x\n` },
    values: 'bad-yaml',
  },
  {
    name: 'line ends of Windows and a byte-order mark',
    files: Object.fromEntries(
      Object.entries(envFile(FULL)).map(([name, text]) => [
        name,
        `\ufeff${text.replaceAll('\n', '\r\n')}`,
      ]),
    ),
    values: BOTH,
  },
  {
    name: 'a byte-order mark before .env',
    files: { ...variables(`SMTP_URI: \${MAIL}`), '.env': `\ufeffMAIL=${URI}\n` },
    values: { uri: URI },
  },
];
