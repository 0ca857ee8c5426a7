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
import { EXTEND_CASES } from './compose-extend-cases.js';
import { MERGE_CASES } from './compose-merge-cases.js';
import { NAME_CASES } from './compose-name-cases.js';
import { PROJECT_CASES } from './compose-project-cases.js';
import { REFERENCE_CASES } from './compose-reference-cases.js';
import { VALUE_CASES } from './compose-value-cases.js';

/** How env files are taken: the shapes of Tailchat's own files, and the mistakes that people make with them. */
const ENV_FILE_CASES: readonly ComposeCase[] = [
  {
    name: 'one env file',
    files: {
      'docker-compose.yml': compose(service('env_file: docker-compose.env')),
      'docker-compose.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'the whole installation: one service runs core/user',
    files: {
      'docker-compose.yml': compose(
        service(
          'env_file: docker-compose.env\nenvironment:\n  SERVICES: core/gateway,core/user/*,core/group/*\n  PORT: 3000\ndepends_on: [mongo, redis]',
          'service-core',
        ),
        service(
          'env_file: docker-compose.env\nenvironment:\n  SERVICEDIR: plugins\n  SMTP_URI: smtp://wrong.example',
          'service-all-plugins',
        ),
        '  mongo:\n    image: mongo:4\n  redis:\n    image: redis:alpine\n',
      ),
      'docker-compose.env': `SERVICEDIR=services\n${FULL}`,
    },
    values: BOTH,
  },
  {
    name: 'an env file above the project, as in docker/simple',
    cwd: 'docker/simple',
    files: {
      'docker/simple/docker-compose.yml': compose(service('env_file: ../../docker-compose.env')),
      'docker-compose.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'a folder below the project',
    cwd: 'deep/er',
    files: {
      'docker-compose.yml': compose(service('env_file: docker-compose.env')),
      'docker-compose.env': FULL,
      'deep/er/notes.txt': '',
    },
    values: BOTH,
  },
  {
    name: '.env beside a compose file that does not name it',
    files: {
      'docker-compose.yml': compose(service('env_file: docker-compose.env')),
      'docker-compose.env': EMPTY,
      '.env': FULL,
    },
    values: {},
  },
  {
    name: '.env that the compose file names',
    files: { 'docker-compose.yml': compose(service('env_file: .env')), '.env': FULL },
    values: BOTH,
  },
  {
    name: '.env that fills in the names',
    files: {
      'docker-compose.yml': compose(
        service(
          `environment:\n  SMTP_URI: \${SMTP_URI}\n  SMTP_SENDER: "\${SMTP_SENDER:-a@mail.example}"`,
        ),
      ),
      '.env': `SMTP_URI=${URI}\n`,
    },
    values: BOTH,
  },
  {
    name: 'names that are passed through, from .env, too',
    files: {
      'docker-compose.yml': compose(service('environment:\n  - SMTP_URI\n  - SMTP_SENDER')),
      '.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'the environment before .env',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  - SMTP_URI=\${MAIL}`)),
      '.env': `MAIL=${OTHER}\n`,
    },
    env: { MAIL: URI },
    values: { uri: URI },
  },
  {
    name: 'of two env files the last',
    files: {
      'docker-compose.yml': compose(service('env_file:\n  - docker-compose.env\n  - mail.env')),
      'docker-compose.env': `SMTP_URI=${OTHER}\nSMTP_SENDER=a@mail.example\n`,
      'mail.env': `SMTP_URI=${URI}\n`,
    },
    values: BOTH,
  },
  {
    name: 'of two env files the last, also where it has no value',
    files: {
      'docker-compose.yml': compose(service('env_file:\n  - mail.env\n  - docker-compose.env')),
      'mail.env': FULL,
      'docker-compose.env': EMPTY,
    },
    values: {},
  },
  {
    name: 'environment over the env file',
    files: {
      'docker-compose.yml': compose(
        service(`env_file: mail.env\nenvironment:\n  SMTP_URI: ${URI}`),
      ),
      'mail.env': `SMTP_URI=${OTHER}\nSMTP_SENDER=a@mail.example\n`,
    },
    values: BOTH,
  },
  {
    name: 'environment without a value over the env file',
    files: {
      'docker-compose.yml': compose(service('env_file: mail.env\nenvironment:\n  SMTP_URI:')),
      'mail.env': FULL,
    },
    values: { sender: 'a@mail.example' },
  },
  {
    name: 'environment with an empty value over the env file',
    files: {
      'docker-compose.yml': compose(service("env_file: mail.env\nenvironment:\n  SMTP_URI: ''")),
      'mail.env': FULL,
    },
    values: { sender: 'a@mail.example' },
  },
  {
    name: 'an env file whose path holds a name',
    files: {
      'docker-compose.yml': compose(service(`env_file: ./\${STAGE:-prod}.env`)),
      'prod.env': FULL,
    },
    values: BOTH,
  },
  {
    name: 'env files as objects, one of which may be missing',
    files: {
      'docker-compose.yml': compose(
        service('env_file:\n  - path: gone.env\n    required: false\n  - path: conf/mail.env'),
      ),
      'conf/mail.env': FULL,
    },
    values: BOTH,
    v1: 'refused',
  },
  {
    name: 'an env file that is not there',
    files: { 'docker-compose.yml': compose(service('env_file: gone.env')), '.env': FULL },
    values: 'file-missing',
  },
  {
    name: 'an env file of another service that is not there',
    files: {
      'docker-compose.yml': compose(
        service('env_file: mail.env'),
        service('env_file: gone.env', 'other'),
      ),
      'mail.env': FULL,
    },
    values: 'file-missing',
  },
  {
    name: 'an env file that Compose refuses',
    files: {
      'docker-compose.yml': compose(service('env_file: mail.env')),
      'mail.env': `SMTP_SENDER="Tailchat" a@mail.example\nSMTP_URI=${URI}\n`,
    },
    values: 'bad-name',
    // It passes over the line.
    v1: { uri: URI },
  },
  {
    name: 'a .env that Compose refuses',
    files: {
      'docker-compose.yml': compose(service('env_file: mail.env')),
      'mail.env': FULL,
      '.env': 'SECRET="not closed\n',
    },
    values: 'quote-not-closed',
    v1: BOTH,
  },
  {
    name: 'format: raw',
    files: {
      'docker-compose.yml': compose(service('env_file:\n  - path: mail.env\n    format: raw')),
      'mail.env': `SMTP_URI=smtps://u:pa$word #1@mail.example:465\n`,
    },
    v2_26: 'refused',
    values: { uri: 'smtps://u:pa$word #1@mail.example:465' },
    v1: 'refused',
  },
];

/** All of them. */
export const COMPOSE_CASES = [
  ...ENV_FILE_CASES,
  ...PROJECT_CASES,
  ...NAME_CASES,
  ...VALUE_CASES,
  ...MERGE_CASES,
  ...EXTEND_CASES,
  ...REFERENCE_CASES,
];
