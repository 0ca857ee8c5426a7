import { BOTH, type ComposeCase, compose, FULL, service } from './compose-case.js';

const OWN = 'env_file: docker-compose.env';
const own = (rest: string, top = '', ...others: string[]) => ({
  'docker-compose.yml': `${compose(service(`${OWN}\n${rest}`), ...others)}${top}`,
  'docker-compose.env': FULL,
});
const over = (rest: string) => `version: "3.3"\nservices:\n  tailchat:\n    ${rest}\n`;
const NOT = 'not-defined';
const BAD = 'bad-structure';
const KEY = 'unknown-key';
/** What docker-compose 1.29 is not asked for: it checks other versions of the format. */
const v1 = 'unknown' as const;
const M = service('', 'm');

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
  {
    name: 'services in the singular',
    files: own('', 'service:\n  m:\n    image: x\n'),
    values: KEY,
  },
  { name: 'an unknown key at the top', files: own('', 'foo: 1\n'), values: KEY, v1 },
  { name: 'a key of a service at the top', files: own('', 'restart: always\n'), values: KEY, v1 },
  { name: 'an extension at the top', files: own('', 'x-a: 1\n'), values: BOTH, v1 },
  { name: 'a service indented too far', files: own('mongo:\n  image: mongo'), values: KEY, v1 },
  {
    name: 'a version that is a number',
    files: { 'docker-compose.yml': 'version: 3\nservices: {}\n' },
    values: BAD,
    v1,
  },
  { name: 'a restart that is a number', files: own('restart: 5'), values: BAD, v1 },
  { name: 'a restart that is a truth value', files: own('restart: false'), values: BAD, v1 },
  { name: 'a restart in any words', files: own('restart: no'), values: BOTH, v1 },
  { name: 'ports without anything', files: own('ports:'), values: BAD, v1 },
  { name: 'volumes that are no list', files: own('volumes: ./a:/b'), values: BAD, v1 },
  { name: 'a user that is a number', files: own('user: 1000'), values: BAD, v1 },
  { name: 'a pull policy of Kubernetes', files: own('pull_policy: IfNotPresent'), values: BAD, v1 },
  { name: 'a pull policy', files: own('pull_policy: missing'), values: BOTH, v1 },
  {
    name: 'a number that an override mends too late',
    files: { ...own('restart: 5'), 'docker-compose.override.yml': over('restart: always') },
    values: BAD,
    v1,
  },
  ...[
    ...[
      'abc:def',
      '70000:3000',
      '11000: 3000',
      '11000：3000',
      'localhost:11000:3000',
      '80:80/http',
    ],
    ...['3000-3005:3000-3003', '11000:', ''],
  ].map((port) => ({
    name: `the port ${JSON.stringify(port)}`,
    files: own(`ports: ["${port}"]`),
    ...{ values: BAD, v1 },
  })),
  ...[
    ...['11000:3000', ':3000', '127.0.0.1:11000:3000', '[::1]:11000:3000/tcp', '3000-3005:3000'],
    ...['3000-3005:3000-3005/udp', '127.0.0.1::3000', '3000', '0:3000'],
  ].map((port) => ({
    name: `the port ${JSON.stringify(port)}`,
    files: own(`ports: ["${port}", 3001]`),
    ...{ values: BOTH, v1 },
  })),
  ...['links: ["nosuch:a"]', 'volumes_from: ["nosuch:ro"]', 'network_mode: service:nosuch'].map(
    (rest) => ({ name: `${rest} that is not there`, files: own(rest), values: NOT, v1 }),
  ),
  ...['links: ["m:a"]', 'volumes_from: ["m:ro", "container:c"]', 'network_mode: service:m'].map(
    (rest) => ({ name: `${rest} that is there`, files: own(rest, '', M), values: BOTH, v1 }),
  ),
  { name: 'a scale of its own', files: own('scale: 2\ndeploy:\n  replicas: 1'), values: BAD, v1 },
  { name: 'scale twice', files: own('scale: 2\ndeploy:\n  replicas: 2'), values: BOTH, v1 },
  {
    name: 'a mode of the network and networks',
    files: own('network_mode: host\nnetworks: [default]'),
    values: BAD,
    v1,
  },
  { name: 'a service with a space', files: own('', '', service('', 'tail chat')), values: KEY, v1 },
  { name: 'a service in Chinese', files: own('', '', service('', '聊天')), values: KEY, v1 },
];
