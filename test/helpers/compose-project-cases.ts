import {
  BOTH,
  type ComposeCase,
  compose,
  EMPTY,
  FULL,
  OTHER,
  service,
  URI,
} from './compose-case.js';

/** How files and services make a project. */
export const PROJECT_CASES: readonly ComposeCase[] = [
  {
    name: 'an override adds an env file',
    files: {
      'docker-compose.yml': compose(service('env_file: docker-compose.env')),
      'docker-compose.override.yml':
        'version: "3.3"\nservices:\n  tailchat:\n    env_file: secrets.env\n',
      'docker-compose.env': EMPTY,
      'secrets.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'an override resets a variable',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: ${URI}`)),
      'docker-compose.override.yml':
        'services:\n  tailchat:\n    environment:\n      SMTP_URI: !reset null\n',
    },
    values: {},
    v1: 'unknown',
  },
  {
    name: 'an override takes the place of all variables',
    files: {
      'docker-compose.yml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: b@mail.example`),
      ),
      'docker-compose.override.yml': `services:\n  tailchat:\n    environment: !override\n      SMTP_URI: ${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'extends within the file',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: mail.env', 'base')}  tailchat:\n    extends:\n      service: base\n    environment:\n      SMTP_SENDER: a@mail.example\n`,
      'mail.env': `SMTP_URI=${URI}\nSMTP_SENDER=b@mail.example\n`,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends from a file in another folder',
    files: {
      'docker-compose.yml': `version: "2.4"\nservices:\n  tailchat:\n    extends:\n      file: common/base.yml\n      service: base\n`,
      'common/base.yml': `version: "2.4"\nservices:\n${service('env_file: mail.env', 'base')}`,
      'common/mail.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'include',
    files: {
      'compose.yaml': 'include:\n  - sub/compose.yaml\n',
      'sub/compose.yaml': compose(
        service(`env_file: mail.env\nenvironment:\n  SMTP_SENDER: \${FROM}`),
      ),
      'sub/.env': 'FROM=a@mail.example\n',
      'sub/mail.env': `SMTP_URI=${URI}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_FILE',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: ${OTHER}`)),
      'a.yml': compose(service('env_file: mail.env')),
      'b.yml': `version: "3.3"\nservices:\n  tailchat:\n    environment:\n      SMTP_SENDER: a@mail.example\n`,
      'mail.env': `SMTP_URI=${URI}\nSMTP_SENDER=b@mail.example\n`,
    },
    env: { COMPOSE_FILE: 'a.yml:b.yml' },
    values: BOTH,
  },
  {
    name: 'COMPOSE_FILE in .env',
    files: {
      '.env': 'COMPOSE_FILE=deploy/prod.yml\n',
      'deploy/prod.yml': compose(service('env_file: mail.env')),
      'deploy/mail.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'the value of a service in a profile that is not active',
    files: {
      'docker-compose.yml': compose(
        service('env_file: docker-compose.env'),
        service(`profiles: [mail]\nenvironment:\n  SMTP_URI: ${URI}`, 'mailer'),
      ).replace('version: "3.3"', 'version: "3.9"'),
      'docker-compose.env': EMPTY,
    },
    values: {},
  },
  {
    name: 'a profile that is active',
    files: {
      'docker-compose.yml': `services:\n${service('profiles: [mail]\nenv_file: mail.env')}`,
      'mail.env': FULL,
    },
    env: { COMPOSE_PROFILES: 'mail' },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'the service that is asked for',
    files: {
      'docker-compose.yml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}`, 'one'),
        service(`environment:\n  SMTP_URI: ${URI}`, 'two'),
      ),
    },
    service: 'two',
    values: { uri: URI },
  },
  {
    name: 'two services that differ',
    files: {
      'docker-compose.yml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}`, 'one'),
        service(`environment:\n  SMTP_URI: ${URI}`, 'two'),
      ),
    },
    values: 'several-services',
    v1: 'unknown',
    v2: 'unknown',
  },
  {
    name: 'anchors and merge keys',
    files: {
      'docker-compose.yml': `version: "3.4"\nx-mail: &mail\n  SMTP_URI: ${URI}\n  SMTP_SENDER: b@mail.example\nservices:\n${service('environment:\n  <<: *mail\n  SMTP_SENDER: a@mail.example')}`,
    },
    values: BOTH,
  },
  {
    name: 'an alias without an anchor',
    files: { 'docker-compose.yml': compose(service('environment: *mail')), '.env': FULL },
    values: 'bad-yaml',
  },
  {
    name: 'a space before the = in a list',
    files: { 'docker-compose.yml': compose(service(`environment:\n  - SMTP_URI = ${URI}`)) },
    values: 'space-in-name',
    v2_26: {},
  },
  {
    name: 'a colon in a list',
    files: { 'docker-compose.yml': compose(service(`environment:\n  - SMTP_URI: ${URI}`)) },
    values: 'bad-entry',
  },
  {
    name: 'two dollars in a compose file',
    files: {
      'docker-compose.yml': compose(
        service('environment:\n  SMTP_URI: smtps://u:pa$$word@mail.example'),
      ),
    },
    values: { uri: 'smtps://u:pa$word@mail.example' },
  },
  {
    name: 'a compose file of databases, for whoever runs the server from source',
    files: {
      'docker-compose.yml':
        'version: "3.3"\nservices:\n  mongo:\n    image: mongo:4\n  redis:\n    image: redis\n',
      '.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
    v2: 'unknown',
  },
];
