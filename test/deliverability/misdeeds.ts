import { encodeMessage, encodeName, encodeRecord, type Question } from './wire.js';

/**
 * What a name server may do in place of a plain answer.
 *
 * @param plain makes the answer that would be right
 * @param before how often the same was asked before
 * @returns what goes out, in this order; `close` ends a connection over TCP
 */
type Misdeed = (question: Question, plain: () => Buffer, before: number) => (Buffer | 'close')[];

const GOOD = 'v=spf1 ip4:192.0.2.25 -all';
const POINTER = Buffer.from([0xc0, 0x0c]);
const code =
  (rcode: number): Misdeed =>
  (question) => [encodeMessage(question, { flags: 0x8580 | rcode })];
const cut =
  (overTcp: (plain: () => Buffer) => (Buffer | 'close')[]): Misdeed =>
  (question, plain) =>
    question.isTcp ? overTcp(plain) : [encodeMessage(question, { flags: 0x8780 })];
/** An answer with one record that is made by hand. */
const only =
  (make: (question: Question) => Buffer): Misdeed =>
  (question) => [encodeMessage(question, { answers: [make(question)] })];
const otherQuestion = (plain: Buffer) => {
  const copy = Buffer.from(plain);
  // The first letter of the name that was asked for.
  copy[13] = copy[13] === 0x78 ? 0x79 : 0x78;
  return copy;
};
const otherId = (plain: Buffer) => {
  const copy = Buffer.from(plain);
  copy.writeUInt16BE((copy.readUInt16BE(0) + 1) & 0xffff, 0);
  return copy;
};

/** By the name that the table of cases gives them. */
export const MISDEEDS: Readonly<Record<string, Misdeed>> = {
  formerr: code(1),
  servfail: code(2),
  nxdomain: code(3),
  notimp: code(4),
  refused: code(5),
  silent: () => [],
  'silent-once': (_, plain, before) => (before === 0 ? [] : [plain()]),
  'formerr-to-edns': (question, plain) =>
    question.hasEdns ? [encodeMessage(question, { flags: 0x8581 })] : [plain()],
  'badvers-to-edns': (question, plain) =>
    question.hasEdns ? [encodeMessage(question, { flags: 0x8580 | 4 })] : [plain()],
  'silent-to-edns': (question, plain) => (question.hasEdns ? [] : [plain()]),
  cut: cut((plain) => [plain()]),
  'cut-tcp-closed': cut(() => ['close']),
  'cut-tcp-silent': cut(() => []),
  'cut-tcp-short': cut((plain) => [plain().subarray(0, 20), 'close']),
  'cut-always': (question) => [encodeMessage(question, { flags: 0x8780 })],
  'wrong-id': (_, plain) => [otherId(plain())],
  'wrong-id-first': (_, plain) => [otherId(plain()), plain()],
  'wrong-question': (_, plain) => [otherQuestion(plain())],
  'wrong-question-first': (_, plain) => [otherQuestion(plain()), plain()],
  empty: (question) => [encodeMessage(question)],
  lame: (question) => [
    encodeMessage(question, {
      flags: 0x8180,
      authority: [encodeRecord('com', 'NS', 'a.gtld-servers.net')],
    }),
  ],
  echo: (question) => [question.query],
  'query-flag': (_, plain) => {
    const copy = plain();
    copy.writeUInt16BE(0x0100, 2);
    return [copy];
  },
  header: (question) => [encodeMessage(question).subarray(0, 12)],
  'three-octets': (question) => [encodeMessage(question).subarray(0, 3)],
  'long-over-udp': (_, plain) => [plain()],
  'alias-and-text': (question) => [
    encodeMessage(question, {
      answers: [
        encodeRecord(POINTER, 'CNAME', 'alias.example.net'),
        encodeRecord(POINTER, 'TXT', GOOD),
      ],
    }),
  ],
  dname: (question) => {
    const to = question.name.replace(/[^.]+\.com$/, 'example.net');
    const records = [
      encodeRecord(question.name.split('.').slice(-2).join('.'), 'DNAME', 'example.net'),
      encodeRecord(POINTER, 'CNAME', to),
      ...(question.type === 16 ? [encodeRecord(to, 'TXT', GOOD)] : []),
    ];
    return [encodeMessage(question, { answers: records })];
  },
  'other-owner': only(() => encodeRecord('other.example.net', 'TXT', GOOD)),
  capitals: only(({ name }) => encodeRecord(name.toUpperCase(), 'TXT', GOOD)),
  'other-class': only(() => encodeRecord(POINTER, 'TXT', GOOD, { class: 3 })),
  'pointer-loop': only(() => encodeRecord(POINTER, 'CNAME', Buffer.from([0xc0, 0xff]))),
  'pointer-to-itself': only(({ octets }) =>
    encodeRecord(Buffer.from([0xc0, 12 + octets.length]), 'TXT', GOOD),
  ),
  'pointer-beyond': only(() => encodeRecord(Buffer.from([0xff, 0xff]), 'TXT', GOOD)),
  'length-too-long': only(() => encodeRecord(POINTER, 'TXT', GOOD, { length: 4000 })),
  'string-too-long': only(() =>
    encodeRecord(POINTER, 'TXT', Buffer.concat([Buffer.from([200]), Buffer.from(GOOD)])),
  ),
  'count-lies': (question) => [
    encodeMessage(question, { answers: [encodeRecord(POINTER, 'TXT', GOOD)], count: 9 }),
  ],
  'more-behind': (_, plain) => [Buffer.concat([plain(), Buffer.alloc(40, 0xff)])],
  'address-of-three': only(() => encodeRecord(POINTER, 'A', Buffer.from([192, 0, 2]))),
  'name-too-long': only(() =>
    encodeRecord(
      POINTER,
      'CNAME',
      Buffer.concat([
        ...Array.from({ length: 9 }, () => encodeName('x'.repeat(60)).subarray(0, 61)),
        Buffer.from([0]),
      ]),
    ),
  ),
  'twice-a-second': (_, plain) => [plain(), plain()],
};
