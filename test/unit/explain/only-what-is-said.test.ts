import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const first = async (text: string) => {
  const { findings } = await explain([text]);
  return [findings[0]?.title, findings[0]?.explanation, ...(findings[0]?.nextSteps ?? [])].join(
    '\n',
  );
};

describe('a connection that was denied', () => {
  it('is told of a block list only where the words tell of one', async () => {
    const listed = await first('550 IP in blacklist [MXtdwv IP: 203.0.113.5]');
    expect(listed).toMatch(/block list/);
    const denied = await first('550 Connection denied [MXtdwv IP: 203.0.113.5]');
    expect(denied).not.toMatch(/block list/);
    expect(denied).toBe(await first('550 Connection denied'));
    const elsewhere = await first('550 Sorry, connection denied [MXtdwv IP: 203.0.113.5]');
    expect(elsewhere).not.toMatch(/address is on a block list/);
  });
});

describe("a recipient's domain that DNS does not know", () => {
  it.each([
    'name=gmial.con type=MX: Host not found',
    'name=mail.x.example type=A: Host not found',
    'name=x.example type=AAAA: Host found but no data record of requested type',
  ])('is a matter of DNS, and of no port: %s', async (words) => {
    const told = await first(`Host or domain name not found. Name service error for ${words}`);
    expect(told).not.toMatch(/port 25/);
    expect(told).toMatch(/letter by letter/);
    expect(told).toMatch(/DNS/);
  });
});

describe('an error of curl', () => {
  it.each([
    [
      "(7) Failed to connect to smtp.qq.com port 25 after 21040 ms: Couldn't connect to server",
      'connection-timeout',
    ],
    [
      "(7) Failed to connect to smtp.qq.com port 25 after 12 ms: Couldn't connect to server",
      'connection-refused',
    ],
    [
      '(7) Failed to connect to smtp.qq.com port 25 after 30 ms: No route to host',
      'network-unreachable',
    ],
    ['(7) Failed to connect to smtp.qq.com port 25: Network is unreachable', 'network-unreachable'],
    ['(56) response reading failed (errno: 0)', 'connection-closed'],
    ['(52) Empty reply from server', 'connection-closed'],
  ])('is told as what it was: %s', async (words, cause) => {
    const { findings } = await explain([`curl: ${words}`]);
    expect(findings.map((one) => one.cause)).toEqual([cause]);
  });
});
