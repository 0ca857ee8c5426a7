import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const HEADER_BYTES = 12;
const TYPES = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;
/** A TXT record's text travels in strings of so many octets (RFC 1035 section 3.3). */
const LONGEST_STRING = 255;
const CLASS_IN = 1;
// Response, authoritative, recursion desired and available (RFC 1035 section 4.1.1).
const RESPONSE_FLAGS = 0x8580;
const NO_ERROR = 0;
const SERVER_FAILURE = 2;
const NAME_ERROR = 3;
const REFUSED = 5;
// A pointer to the name in the question, which begins right after the header.
const POINTER_TO_QUESTION = 0xc000 | HEADER_BYTES;
const TTL_SECONDS = 60;

/** The records of a name. */
export interface DnsData {
  a?: string[];
  aaaa?: string[];
  txt?: string[];
  mx?: [priority: number, exchange: string][];
  ptr?: string[];
  cname?: string;
}

/** What is known of a name: its records, or how to fail. */
export type DnsRecord = DnsData | 'nxdomain' | 'silent' | 'servfail' | 'refused';

export interface DnsFixture {
  /** `127.0.0.1:port`, as `dns.setServers` and TEST_DNS_SERVER take it. */
  address: string;
  /** The names that were asked for, in lower case, with the type: `mail.example A`. */
  queries: string[];
  close(): Promise<void>;
}

/**
 * Starts a DNS server (RFC 1035, UDP) on 127.0.0.1 that knows these names and no others.
 *
 * @param port by default any that is free
 */
export async function startDnsServer(
  records: Record<string, DnsRecord>,
  port = 0,
): Promise<DnsFixture> {
  const queries: string[] = [];
  const known = new Map(
    Object.entries(records).map(([name, record]) => [name.toLowerCase(), record] as const),
  );
  const socket = createSocket('udp4');
  socket.on('message', (query, client) => {
    const question = readQuestion(query);
    queries.push(`${question.name} ${typeName(question.type)}`);
    const record = known.get(question.name) ?? unknownName(question.name, known);
    if (record !== 'silent') socket.send(response(query, question, record), client.port);
  });
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    queries,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** What is answered about a name that has no records: those of a wildcard, as a rule none. */
function unknownName(name: string, known: ReadonlyMap<string, DnsRecord>): DnsRecord {
  // A name above one that exists does exist (RFC 8020).
  const doesExist = (above: string) =>
    [...known.keys()].some((one) => `.${one}`.endsWith(`.${above}`));
  if (doesExist(name)) return {};
  const labels = name.split('.');
  const above = labels.map((_, at) => labels.slice(at).join('.')).find(doesExist);
  // The wildcard below the nearest name that exists counts (RFC 4592 section 3.3.1).
  return known.get(`*.${above}`) ?? 'nxdomain';
}

interface Question {
  name: string;
  type: number;
  /** Where the question ends in the query. */
  end: number;
}

function readQuestion(query: Buffer): Question {
  const labels: string[] = [];
  let offset = HEADER_BYTES;
  for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
    labels.push(query.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  const type = query.readUInt16BE(offset + 1);
  return { name: labels.join('.').toLowerCase(), type, end: offset + 5 };
}

function response(query: Buffer, question: Question, record: DnsRecord): Buffer {
  const data = typeof record === 'string' ? [] : dataOf(record, question.type);
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(RESPONSE_FLAGS | responseCode(record), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data.length, 6);
  const answers = data.map(({ type, octets }) => answer(type, octets));
  return Buffer.concat([header, query.subarray(HEADER_BYTES, question.end), ...answers]);
}

function responseCode(record: DnsRecord): number {
  if (record === 'nxdomain') return NAME_ERROR;
  if (record === 'refused') return REFUSED;
  return record === 'servfail' ? SERVER_FAILURE : NO_ERROR;
}

/** The records of a type; a name with a CNAME has nothing else (RFC 1034 section 3.6.2). */
function dataOf(record: DnsData, type: number): { type: number; octets: Buffer }[] {
  if (record.cname !== undefined) return [{ type: TYPES.CNAME, octets: nameBytes(record.cname) }];
  const of = (octets: Buffer[]) => octets.map((one) => ({ type, octets: one }));
  if (type === TYPES.A) return of((record.a ?? []).map(ipv4Bytes));
  if (type === TYPES.AAAA) return of((record.aaaa ?? []).map(ipv6Bytes));
  if (type === TYPES.TXT) return of((record.txt ?? []).map(textBytes));
  if (type === TYPES.PTR) return of((record.ptr ?? []).map(nameBytes));
  return type === TYPES.MX ? of((record.mx ?? []).map(mxBytes)) : [];
}

function textBytes(text: string): Buffer {
  const octets = Buffer.from(text, 'latin1');
  const count = Math.max(1, Math.ceil(octets.length / LONGEST_STRING));
  const strings = Array.from({ length: count }, (_, index) =>
    octets.subarray(index * LONGEST_STRING, (index + 1) * LONGEST_STRING),
  );
  return Buffer.concat(strings.flatMap((string) => [Buffer.from([string.length]), string]));
}

function mxBytes([priority, exchange]: [number, string]): Buffer {
  return Buffer.concat([Buffer.from([priority >> 8, priority & 0xff]), nameBytes(exchange)]);
}

function nameBytes(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  const parts = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function answer(type: number, address: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(POINTER_TO_QUESTION, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(CLASS_IN, 4);
  head.writeUInt32BE(TTL_SECONDS, 6);
  head.writeUInt16BE(address.length, 10);
  return Buffer.concat([head, address]);
}

function ipv4Bytes(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}

function ipv6Bytes(address: string): Buffer {
  const [left = [], right = []] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = new Array<string>(8 - left.length - right.length).fill('0');
  const groups = [...left, ...zeros, ...right];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function typeName(type: number): string {
  return Object.entries(TYPES).find(([, number]) => number === type)?.[0] ?? String(type);
}
