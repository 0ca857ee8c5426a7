/** Services beside Tailchat's in the same log: the words of their failures, and their ports. */
const SERVICES: readonly (readonly [name: string, words: RegExp, ports: readonly number[]])[] = [
  ['MongoDB', /\bmongo/i, [27017, 27018, 27019]],
  ['Redis', /\bredis\b|\bioredis\b/i, [6379]],
  ['MinIO', /\bminio\b/i, [9000, 9001]],
  ['PostgreSQL', /\bpostgres|\bpg_|\bpsql\b/i, [5432]],
  ['MySQL', /\bmysql|\bmariadb/i, [3306]],
  ['RabbitMQ', /\brabbitmq|\bamqp\b/i, [5672]],
  ['NATS', /\bnats\b/i, [4222]],
  ['Elasticsearch', /\belasticsearch\b/i, [9200]],
  ['HTTP', /\b(?:HttpRequestException|HttpClient|HTTPConnection(?:Pool)?)\b/, []],
];

/** The service that a failure belongs to, where its words or its port name one that is no mail server. */
export function otherServiceOf(text: string, port: number | undefined): string | undefined {
  const isNamed = SERVICES.find(([, words]) => words.test(text));
  return (isNamed ??
    SERVICES.find(([, , ports]) => port !== undefined && ports.includes(port)))?.[0];
}
