import { BOTH, type ComposeCase, compose, FULL, OTHER, service, URI } from './compose-case.js';

const SENDER = 'a@mail.example';

/** What is taken over from other services and other files: extends, include. */
export const EXTEND_CASES: readonly ComposeCase[] = [
  {
    name: 'extends a chain over three files',
    files: {
      'docker-compose.yml': `services:\n  tailchat:\n    extends: { file: a/mid.yml, service: mid }\n    environment:\n      SMTP_SENDER: ${SENDER}\n`,
      'a/mid.yml':
        'services:\n  mid:\n    extends: { file: ../b/base.yml, service: base }\n    env_file: mid.env\n',
      'a/mid.env': 'SMTP_SENDER=b@mail.example\n',
      'b/base.yml': 'services:\n  base:\n    image: moonrailgun/tailchat\n    env_file: base.env\n',
      'b/base.env': `SMTP_URI=${URI}\nSMTP_SENDER=c@mail.example\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends by name alone',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: mail.env', 'base')}  tailchat:\n    extends: base\n`,
      'mail.env': FULL,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends a service that is not there',
    files: { 'docker-compose.yml': 'services:\n  tailchat:\n    extends: base\n    image: x\n' },
    values: 'unknown-service',
    v1: 'refused',
  },
  {
    name: 'extends in a circle',
    files: {
      'docker-compose.yml':
        'services:\n  tailchat:\n    image: x\n    extends: base\n  base:\n    image: x\n    extends: tailchat\n',
    },
    values: 'circle',
    v1: 'refused',
  },
  {
    name: 'extends, and an override of what was extended',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`, 'base')}  tailchat:\n    extends: base\n`,
      'docker-compose.override.yml': `services:\n  base:\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    service: 'tailchat',
    values: { uri: OTHER, sender: SENDER },
    v1: 'unknown',
  },
  {
    name: 'extends with environment as a list over a map',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`, 'base')}  tailchat:\n    extends: base\n    environment:\n      - SMTP_URI=${URI}\n`,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends takes an empty variable over a full one',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${URI}`, 'base')}  tailchat:\n    extends: base\n    environment:\n      SMTP_URI:\n`,
    },
    service: 'tailchat',
    values: {},
    v1: 'unknown',
  },
  {
    name: 'extends: the env files of both, the own last',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: [a.env, b.env]', 'base')}  tailchat:\n    extends: base\n    env_file: a.env\n`,
      'a.env': `SMTP_URI=${OTHER}\n`,
      'b.env': `SMTP_URI=${URI}\n`,
    },
    service: 'tailchat',
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'extends names a file with a name in it',
    files: {
      'docker-compose.yml': `services:\n  tailchat:\n    extends:\n      file: \${DIR:-common}/base.yml\n      service: base\n`,
      'common/base.yml': `services:\n${service(`environment:\n  SMTP_URI: \${MAIL}`, 'base')}`,
      'common/.env': `MAIL=${OTHER}\n`,
      '.env': `MAIL=${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'include with the environment of the including project',
    files: {
      'compose.yaml': 'include: [sub/compose.yaml]\n',
      'sub/compose.yaml': compose(service(`environment:\n  SMTP_URI: \${MAIL}`)),
      '.env': `MAIL=${URI}\n`,
      'sub/.env': `MAIL=${OTHER}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'include with env_file and project_directory',
    files: {
      'compose.yaml':
        'include:\n  - path: sub/compose.yaml\n    project_directory: conf\n    env_file: conf/names.env\n',
      'sub/compose.yaml': compose(
        service(`env_file: mail.env\nenvironment:\n  SMTP_SENDER: \${FROM}`),
      ),
      'conf/names.env': `FROM=${SENDER}\n`,
      'conf/mail.env': `SMTP_URI=${URI}\n`,
      'sub/mail.env': `SMTP_URI=${OTHER}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of several paths that are laid over each other',
    files: {
      'compose.yaml': 'include:\n  - path:\n      - sub/compose.yaml\n      - over.yaml\n',
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
      'over.yaml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a service that the file has, too',
    // Compose takes this from version 5 on.
    v2: 'refused',
    files: {
      'compose.yaml': `include: [sub/compose.yaml]\n${compose(service(`environment:\n  SMTP_URI: ${URI}`))}`,
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a service that only an override has, too',
    files: {
      'compose.yaml': 'include: [sub/compose.yaml]\n',
      'compose.override.yaml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a file that is not there',
    files: {
      'compose.yaml': `include: [gone.yaml]\n${compose(service(`environment:\n  SMTP_URI: ${URI}`))}`,
    },
    values: 'file-missing',
    v1: 'unknown',
  },
  {
    name: 'include of a file that includes',
    files: {
      'compose.yaml': 'include: [a/compose.yaml]\n',
      'a/compose.yaml': 'include: [b/compose.yaml]\n',
      'a/b/compose.yaml': compose(service('env_file: mail.env')),
      'a/b/mail.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
  },
];
