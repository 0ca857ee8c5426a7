/** Numbers of the record types (RFC 1035, RFC 6672, RFC 7208 section 3.1). */
export const TYPES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  DNAME: 39,
  SPF: 99,
} as const;

/** What a query asks for. */
export interface Question {
  id: number;
  name: string;
  type: number;
  /** The question as it was sent. */
  octets: Buffer;
  query: Buffer;
  isTcp: boolean;
  /** The query says how much it takes (RFC 6891). */
  hasEdns: boolean;
}

const HEADER = 12;

/** Reads a query (RFC 1035 section 4.1). */
export function readQuestion(query: Buffer, isTcp: boolean): Question {
  const labels: string[] = [];
  let offset = HEADER;
  for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
    labels.push(query.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  const name = labels.join('.').toLowerCase();
  const octets = query.subarray(HEADER, offset + 5);
  const hasEdns = query.readUInt16BE(10) > 0;
  return {
    ...{ id: query.readUInt16BE(0), name, type: query.readUInt16BE(offset + 1) },
    ...{ octets, query, isTcp, hasEdns },
  };
}

/** What of an answer is otherwise than the question would have it. */
export interface MessageParts {
  id?: number;
  /** Response, authoritative, recursion available, no error, unless told otherwise. */
  flags?: number;
  question?: Buffer;
  answers?: readonly Buffer[];
  authority?: readonly Buffer[];
  /** How many answers it claims to have. */
  count?: number;
}

/** An answer to a question. */
export function encodeMessage(question: Question, parts: MessageParts = {}): Buffer {
  const { id = question.id, flags = 0x8580, answers = [], authority = [] } = parts;
  const header = Buffer.alloc(HEADER);
  for (const [at, value] of [
    id,
    flags,
    1,
    parts.count ?? answers.length,
    authority.length,
  ].entries())
    header.writeUInt16BE(value, at * 2);
  return Buffer.concat([header, parts.question ?? question.octets, ...answers, ...authority]);
}

/** A record, its data as a zone file writes them; one of a wrong length or class where told so. */
export function encodeRecord(
  name: string | Buffer,
  type: keyof typeof TYPES,
  data: string | readonly string[] | Buffer,
  { length, class: kind = 1 }: { length?: number; class?: number } = {},
): Buffer {
  const octets = Buffer.isBuffer(data) ? data : encodeData(type, data as string | string[]);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(TYPES[type], 0);
  head.writeUInt16BE(kind, 2);
  head.writeUInt32BE(60, 4);
  head.writeUInt16BE(length ?? octets.length, 8);
  return Buffer.concat([Buffer.isBuffer(name) ? name : encodeName(name), head, octets]);
}

/** A name as it travels (RFC 1035 section 3.1). */
export function encodeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  const parts = labels.flatMap((label) => [
    Buffer.from([label.length]),
    Buffer.from(label, 'latin1'),
  ]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function encodeData(type: keyof typeof TYPES, data: string | string[]): Buffer {
  if (type === 'TXT' || type === 'SPF') {
    const strings =
      typeof data === 'string'
        ? (Buffer.from(data)
            .toString('latin1')
            .match(/.{1,255}/gs) ?? [''])
        : data;
    return Buffer.concat(
      strings.flatMap((text) => [Buffer.from([text.length]), Buffer.from(text, 'latin1')]),
    );
  }
  if (type === 'A') return Buffer.from(String(data).split('.').map(Number));
  if (type !== 'MX') return encodeName(String(data));
  const [priority = '0', exchange = ''] = String(data).split(' ');
  return Buffer.concat([Buffer.from([0, Number(priority)]), encodeName(exchange)]);
}
