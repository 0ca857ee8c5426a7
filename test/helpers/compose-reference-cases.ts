import { BOTH, type ComposeCase, compose, FULL, service } from './compose-case.js';

const OWN = 'env_file: docker-compose.env';
const own = (rest: string, top = '', ...others: string[]) => ({
  'docker-compose.yml': `${compose(service(`${OWN}\n${rest}`), ...others)}${top}`,
  'docker-compose.env': FULL,
});
const over = (rest: string) => `version: "3.3"\nservices:\n  tailchat:\n    ${rest}\n`;
const NOT = 'not-defined';

/**
 * What a service names of the rest of the project: Compose starts nothing where that is not there. docker-compose 1.29 says so of networks,
 * secrets and configs only when it starts the service.
 */
export const REFERENCE_CASES: readonly ComposeCase[] = [
  {
    name: 'a network that nothing defines',
    files: own('networks: [nosuch]'),
    values: NOT,
    v1: BOTH,
  },
  { name: 'a network of a map', files: own('networks: { nosuch: {} }'), values: NOT, v1: BOTH },
  {
    name: 'networks that are there',
    files: own('networks: [default, in]', 'networks:\n  in:\n'),
    values: BOTH,
  },
  { name: 'a volume that nothing defines', files: own('volumes: ["data:/x"]'), values: NOT },
  {
    name: 'a volume in the long form',
    files: own('volumes: [{ type: volume, source: data, target: /x }]'),
    values: NOT,
    v1: 'unknown',
  },
  {
    name: 'volumes that are there, and paths',
    files: own(
      'volumes: ["data:/x", "./a:/b", "~/a:/c", "/a:/d", "/e", "..:/f:ro"]',
      'volumes:\n  data:\n',
    ),
    values: BOTH,
  },
  {
    name: 'a volume that an override replaces',
    files: {
      ...own('volumes: ["data:/x"]'),
      'docker-compose.override.yml': over('volumes: ["./data:/x"]'),
    },
    values: BOTH,
  },
  {
    name: 'a network that an override takes away',
    files: {
      ...own('networks: [nosuch]'),
      'docker-compose.override.yml': over('networks: !reset []'),
    },
    values: BOTH,
    v1: 'unknown',
  },
  { name: 'a secret that nothing defines', files: own('secrets: [s]'), values: NOT, v1: BOTH },
  {
    name: 'a secret that is there',
    files: {
      ...own('secrets: [{ source: s, target: t }]', 'secrets:\n  s:\n    file: ./s.txt\n'),
      's.txt': 'x',
    },
    values: BOTH,
  },
  { name: 'a misspelt key', files: own('restrat: always'), values: 'unknown-key' },
  { name: 'a key in the singular', files: own('port: ["3000:3000"]'), values: 'unknown-key' },
  {
    name: 'keys that look alike',
    files: own('dns: 1.1.1.1\ndns_opt: [a]\nuser: root\ntty: true\npid: host'),
    values: BOTH,
  },
  { name: 'a config that nothing defines', files: own('configs: [c]'), values: NOT, v1: BOTH },
  { name: 'a service that is not there', files: own('depends_on: [nosuch]'), values: NOT },
  {
    name: 'a service whose profile is not active',
    files: own('depends_on: [m]', '', service('profiles: [p]', 'm')),
    values: NOT,
    v1: 'unknown',
  },
  {
    name: 'the same with the profile active',
    files: {
      ...own('depends_on: [m]', '', service('profiles: [p]', 'm')),
      '.env': 'COMPOSE_PROFILES=p\n',
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'what an inactive service names',
    files: own('', '', service('profiles: [p]\nnetworks: [nosuch]', 'm')),
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'networks and volumes of an included file',
    files: {
      'docker-compose.yml': `include: [b.yml]\nservices:\n${service(`${OWN}\nnetworks: [n]\nvolumes: ["v:/x"]`)}`,
      'b.yml': 'networks:\n  n:\nvolumes:\n  v:\n',
      'docker-compose.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a network of a file that is extended',
    files: {
      'docker-compose.yml': 'services:\n  tailchat:\n    extends: { file: b.yml, service: b }\n',
      'b.yml': `services:\n  b:\n    image: x\n    networks: [n]\nnetworks:\n  n:\n`,
    },
    values: NOT,
    v1: 'unknown',
  },
];
