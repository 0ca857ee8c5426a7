import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const HEADER_BYTES = 12;
const TYPE_A = 1;
const TYPE_AAAA = 28;
const CLASS_IN = 1;
// Response, authoritative, recursion desired and available (RFC 1035 section 4.1.1).
const RESPONSE_FLAGS = 0x8580;
const NO_ERROR = 0;
const SERVER_FAILURE = 2;
const NAME_ERROR = 3;
// A pointer to the name in the question, which begins right after the header.
const POINTER_TO_QUESTION = 0xc000 | HEADER_BYTES;
const TTL_SECONDS = 60;

/** What is known of a name: its addresses, or how to fail. */
export type DnsRecord = { a?: string[]; aaaa?: string[] } | 'nxdomain' | 'silent' | 'servfail';

export interface DnsFixture {
  /** `127.0.0.1:port`, as `dns.setServers` and TEST_DNS_SERVER take it. */
  address: string;
  /** The names that were asked for, in lower case, with the type: `mail.example A`. */
  queries: string[];
  close(): Promise<void>;
}

/** Starts a DNS server (RFC 1035, UDP) on 127.0.0.1 that knows these names and no others. */
export async function startDnsServer(records: Record<string, DnsRecord>): Promise<DnsFixture> {
  const queries: string[] = [];
  const known = new Map(
    Object.entries(records).map(([name, record]) => [name.toLowerCase(), record] as const),
  );
  const socket = createSocket('udp4');
  socket.on('message', (query, client) => {
    const question = readQuestion(query);
    queries.push(`${question.name} ${typeName(question.type)}`);
    const record = known.get(question.name) ?? 'nxdomain';
    if (record !== 'silent') socket.send(response(query, question, record), client.port);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    queries,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
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
  const addresses = typeof record === 'string' ? [] : addressesOf(record, question.type);
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(RESPONSE_FLAGS | responseCode(record), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  const answers = addresses.map((address) => answer(question.type, address));
  return Buffer.concat([header, query.subarray(HEADER_BYTES, question.end), ...answers]);
}

function responseCode(record: DnsRecord): number {
  if (record === 'nxdomain') return NAME_ERROR;
  return record === 'servfail' ? SERVER_FAILURE : NO_ERROR;
}

function addressesOf(record: { a?: string[]; aaaa?: string[] }, type: number): Buffer[] {
  if (type === TYPE_A) return (record.a ?? []).map(ipv4Bytes);
  return type === TYPE_AAAA ? (record.aaaa ?? []).map(ipv6Bytes) : [];
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
  if (type === TYPE_A) return 'A';
  return type === TYPE_AAAA ? 'AAAA' : String(type);
}
