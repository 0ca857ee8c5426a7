import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mailSystem, awaiting as test } from './await-support.js';
import { runJson } from './support.js';

const logins = (commands: string[]) => commands.filter((line) => line.startsWith('LOGIN')).length;

/** Ends each connection after so many looks into the inbox. */
const leaving = (looks: number, end: (socket: Socket) => void, most = Number.POSITIVE_INFINITY) => {
  const seen = new Map<Socket, number>();
  let ended = 0;
  return (command: string, _tag: string, socket: Socket) => {
    if (command !== 'EXAMINE "INBOX"' || ended >= most) return false;
    seen.set(socket, (seen.get(socket) ?? 0) + 1);
    if ((seen.get(socket) ?? 0) <= looks) return false;
    ended += 1;
    end(socket);
    return true;
  };
};

describe.concurrent('test --await, where the connection is lost', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['with a farewell', (socket) => socket.end('* BYE Server shutting down\r\n')],
    ['without one', (socket) => socket.destroy()],
  ])('looks again over another one: %s', async (_, end) => {
    const takeOver = leaving(1, end, 1);
    const { env, imap, expectSafe } = await mailSystem('INBOX', { takeOver, afterMs: 3000 });
    const result = await runJson(test(20), { env });
    expectSafe(result);
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
    expect(logins(imap.commands)).toBe(2);
  });

  it('says so where no other one comes about', async () => {
    const takeOver = leaving(1, (socket) => socket.end('* BYE Server shutting down\r\n'));
    const { env, imap, expectSafe } = await mailSystem(null, { takeOver });
    const result = await runJson(test(3), { env });
    expectSafe(result);
    expect(result.code).toBe(69);
    expect(result.report.failure?.cause).toBe('connection-closed');
    expect(result.report.failure?.explanation).toContain('the connection was lost');
    expect(result.report.failure?.reply?.text).toBe('Server shutting down');
    expect(result.report.arrival).toMatchObject({ found: false, problem: { kind: 'lost' } });
    expect(logins(imap.commands)).toBeLessThan(3);
  });

  it('does not blame the password that was right before', async () => {
    const leave = leaving(1, (socket) => socket.destroy(), 1);
    let count = 0;
    const takeOver = (command: string, tag: string, socket: Socket) => {
      if (!command.startsWith('LOGIN')) return leave(command, tag, socket);
      count += 1;
      if (count > 1) socket.write(`${tag} NO LOGIN failed\r\n`);
      return count > 1;
    };
    const { env } = await mailSystem(null, { takeOver });
    const { report } = await runJson(test(9), { env });
    expect(count).toBe(2);
    expect(report.arrival?.problem).toMatchObject({ kind: 'unavailable', words: 'LOGIN failed' });
  });

  it('does not try a login again that was never of use', async () => {
    const takeOver = leaving(0, (socket) => socket.destroy());
    const { env, imap } = await mailSystem('INBOX', { takeOver });
    const { report } = await runJson(test(9), { env });
    expect(report.arrival?.problem?.kind).toBe('lost');
    expect(logins(imap.commands)).toBe(1);
  });
});
