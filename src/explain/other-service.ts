/** A service beside the mail server. */
interface Service {
  name: string;
  /** The words of its failures: the names of its programs, drivers, errors and addresses. */
  words: RegExp;
  ports: readonly number[];
  /** The packages whose files stand in the trace of its failures. */
  packages?: RegExp;
  /** A line with words of mail may be about mail all the same. */
  isUnlessMail?: true;
}

/**
 * Services in the same log, or in the same terminal. Their words were read in the drivers and servers (MongoDB 6, ioredis 5,
 * pg 8, mysql2 3), in Node 18 (lib/_http_client.js: `socket hang up`), nginx 1 (src/http/ngx_http_upstream.c), Moleculer 0.14
 * (src/errors.js), mongoose 7 (lib/error/validation.js) and Tailchat (server/packages/sdk/src/services/lib/errors.ts).
 */
const SERVICES: readonly Service[] = [
  {
    name: 'MongoDB',
    words: /\bmongo|^\S{0,80} ?\{"t":\{"\$date":/i,
    ports: [27017, 27018, 27019],
    packages: /^(?:mongodb|mongodb-core|mongoose|pymongo|motor)$/,
  },
  {
    name: 'Redis',
    words: /\bi?o?rediss?\b|\b(?:WRONGPASS|NOAUTH|NOPERM) /i,
    ports: [6379],
    packages: /^(?:ioredis|redis|@redis)$/,
  },
  { name: 'MinIO', words: /\bminio\b/i, ports: [9000, 9001], packages: /^minio$/ },
  {
    name: 'PostgreSQL',
    words: /\bpostgres|\bpg_|\bpsql\b|\bpassword authentication failed for user "/i,
    ports: [5432],
    packages: /^(?:pg|pg-pool|postgres|psycopg2?)$/,
  },
  {
    name: 'MySQL',
    words: /\bmysql|\bmariadb|\bER_[A-Z]{2,20}_/i,
    ports: [3306],
    packages: /^(?:mysql2?|mariadb|pymysql)$/,
  },
  {
    name: 'RabbitMQ',
    words: /\brabbitmq|\bamqps?\b/i,
    ports: [5672],
    packages: /^(?:amqplib|amqp)$/,
  },
  { name: 'NATS', words: /\bnats\b/i, ports: [4222], packages: /^nats$/ },
  { name: 'Elasticsearch', words: /\belasticsearch\b/i, ports: [9200], packages: /^@elastic$/ },
  { name: 'LiveKit', words: /\blivekit/i, ports: [7880, 7881], packages: /^livekit/ },
  {
    name: 'Tailchat',
    words:
      /\bMoleculer\w{0,20}Error\b|\bValidationError: (?:Parameters validation error|\w{1,60} validation failed)|\bEntityError\b/,
    ports: [],
  },
  { name: 'Tailchat', words: /\bServiceError\b/, ports: [], isUnlessMail: true },
  {
    name: 'HTTP',
    words: /\b(?:HttpRequestException|HttpClient|HTTPS?Connection(?:Pool)?)\b/,
    ports: [],
  },
  { name: 'LDAP', words: /\bldaps?:\/\//i, ports: [389, 636], isUnlessMail: true },
  {
    name: 'SSH',
    words:
      /\b(?:ssh|sftp):\/\/|(?:^| )(?:ssh|scp|sftp|(?:kex|ssh)_exchange_identification): |\bgit@\S{1,255}:/,
    ports: [22],
    isUnlessMail: true,
  },
  {
    name: 'HTTP',
    words:
      /\b(?:https?|wss?):\/\/|\b(?:AxiosError|FetchError|fetch failed|socket hang up)\b|\bto upstream\b|\bupstream: "|^(?:[\w-]{0,40}[_-])?(?:nginx|traefik|caddy|haproxy)\b/,
    ports: [80, 443, 8080, 8443],
    packages: /^(?:axios|node-fetch|undici|got|follow-redirects|requests|urllib3)$/,
    isUnlessMail: true,
  },
];

/** Words of mail, and its ports behind a server. */
const OF_MAIL = /smtp|mail|邮|[\w\]]:(?:25|465|587|2525)\b/i;

/** A port that a line names in words, or behind an address. */
const NAMED_PORT =
  /\bport[ :=]{1,3}(\d{1,5})\b|(?:\.[a-z]{2,24}|\b\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})(?![\d:])/i;

/** The service that a failure belongs to, where its words or its port name one that is no mail server. */
export function otherServiceOf(text: string, port: number | undefined): string | undefined {
  const [, inWords, behindName] = NAMED_PORT.exec(text) ?? [];
  const named = port ?? Number(inWords ?? behindName ?? 0);
  const isOfMail = OF_MAIL.test(text);
  const services = SERVICES.filter(({ isUnlessMail }) => !(isUnlessMail && isOfMail));
  const isNamed = services.find(({ words }) => words.test(text));
  return (isNamed ?? services.find(({ ports }) => ports.includes(named)))?.name;
}

/** A file of a package, in Node's and Python's traces. pnpm's folder of all packages is left out. */
const OF_PACKAGE =
  /\b(?:node_modules|site-packages|dist-packages)\/(?!\.pnpm\/)(@?[\w.-]{1,80})[/\\]/g;
/** The address that a program was given, as Node shows it with its error. */
const GIVEN = /^(?:input|url|baseURL|uri): ['"]([a-z]{2,10}):?\/\//;

/** The service that a line behind an error tells of: a frame of its trace, or the address that was asked. */
export function otherServiceBehind(text: string): string | undefined {
  const given = GIVEN.exec(text)?.[1];
  if (given !== undefined) return otherServiceOf(`${given}://`, undefined);
  for (const [, name = ''] of text.matchAll(OF_PACKAGE)) {
    const service = SERVICES.find(({ packages }) => packages?.test(name));
    if (service) return service.name;
  }
  return undefined;
}
