import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';
import { MISDEEDS } from './misdeeds.js';
import {
  encodeMessage,
  encodeName,
  encodeRecord,
  type Question,
  readQuestion,
  TYPES,
} from './wire.js';

/** What a name holds: data by its type as a zone file writes it; a text may be split into strings. */
export interface RogueName {
  A?: string[];
  MX?: string[];
  TXT?: (string | string[])[];
  SPF?: string[];
  CNAME?: string[];
}

export type RogueZone = Record<string, RogueName>;

/** More than this goes over TCP (RFC 9715). */
const LONGEST_UDP = 1232;
const MOST_ALIASES = 40;
/** Two names of one label, and five numbers. */
const SOA = Buffer.concat([encodeName('ns'), encodeName('admin'), Buffer.alloc(20, 1)]);

/**
 * Starts a name server at port 53 of an address of loopback that knows these names, and misbehaves when it is asked for
 * some of them.
 *
 * @param misdeeds what it does, by name: keys of `MISDEEDS`
 * @param delayMs how long each answer over UDP takes
 */
export async function startRogueServer(
  address: string,
  zone: RogueZone,
  misdeeds: Readonly<Record<string, string>> = {},
  delayMs = 0,
): Promise<{ asked: number; close(): void }> {
  const times = new Map<string, number>();
  const answer = (question: Question): (Buffer | 'close')[] => {
    const plain = () => plainAnswer(question, zone);
    const name = misdeeds[question.name];
    if (name === undefined) return [plain()];
    const misdeed = MISDEEDS[name];
    if (!misdeed) throw new Error(`no misdeed ${name}`);
    const key = `${question.name} ${question.type}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return misdeed(question, plain, before);
  };
  const server = {
    asked: 0,
    close: () => {
      udp.close();
      tcp.close();
    },
  };
  const udp = createSocket('udp4');
  udp.on('message', (query, { port, address: to }) => {
    // A name that cannot be asked for leaves a question without one.
    if (query.length <= 12) return;
    const question = readQuestion(query, false);
    server.asked += 1;
    for (const one of answer(question)) {
      if (one === 'close') continue;
      const isLong = one.length > LONGEST_UDP && misdeeds[question.name] !== 'long-over-udp';
      const octets = isLong ? encodeMessage(question, { flags: 0x8780 }) : one;
      if (delayMs === 0) udp.send(octets, port, to);
      else setTimeout(() => udp.send(octets, port, to), delayMs);
    }
  });
  udp.bind(53, address);
  await once(udp, 'listening');
  const tcp = net.createServer((socket) => {
    socket.on('error', () => {});
    let held = Buffer.alloc(0);
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
        const query = held.subarray(2, 2 + held.readUInt16BE(0));
        held = held.subarray(2 + query.length);
        for (const one of answer(readQuestion(query, true))) {
          if (one === 'close') socket.destroy();
          else socket.write(Buffer.concat([Buffer.from([one.length >> 8, one.length & 255]), one]));
        }
      }
    });
  });
  tcp.listen(53, address);
  await once(tcp, 'listening');
  return server;
}

/** What a server that means well answers. */
function plainAnswer(question: Question, zone: RogueZone): Buffer {
  const answers: Buffer[] = [];
  let { name } = question;
  for (let hops = 0; hops < MOST_ALIASES; hops += 1) {
    const [alias] = zone[name]?.CNAME ?? [];
    if (alias === undefined) break;
    answers.push(encodeRecord(name, 'CNAME', alias));
    name = alias;
  }
  const type = Object.entries(TYPES).find(([, number]) => number === question.type)?.[0];
  const data = zone[name]?.[type as keyof RogueName] ?? [];
  for (const one of data) answers.push(encodeRecord(name, type as keyof RogueName, one));
  const isAbove = Object.keys(zone).some((known) => known.endsWith(`.${name}`));
  const rcode = zone[name] || isAbove ? 0 : 3;
  // What is not there is said with the owner of the zone (RFC 2308).
  const authority = data.length > 0 ? [] : [encodeRecord('com', 'SOA', SOA)];
  return encodeMessage(question, { answers, authority, flags: 0x8580 | rcode });
}
