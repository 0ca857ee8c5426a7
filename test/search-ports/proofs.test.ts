import { describe, expect, it } from 'vitest';
import { runCase, submission } from './support.js';

const HOST = 'smtp.case.example';
const LOGIN = 'me%40case.example';
const REFUSED = '535 5.7.8 Authentication failed';
const { tls, silent } = submission;
const secure = (port: number) => `smtps://${LOGIN}:***@${HOST}:${port}/`;
const starttls = (port: number) => `smtp://${LOGIN}:***@${HOST}:${port}/`;
const given = (uri: string) => uri.replace('***', 'PASSWORD');

describe.concurrent('what was proved', () => {
  it('is no more than the encryption, where the server refuses the login', async () => {
    const { report, logins } = await runCase({
      servers: { 465: { ...tls(HOST), replies: { AUTH: REFUSED } } },
      uri: given(starttls(587)),
    });
    expect(report.failure?.suggestion).toMatchObject({
      uri: secure(465),
      proof: 'tls',
      refused: { step: 'auth', reply: REFUSED },
    });
    expect(logins).toBe(1);
  });

  it('is no login, where the server offers one only before it is to be used', async () => {
    const greetings = ['250-x\r\n250 AUTH PLAIN LOGIN'];
    const { report, logins } = await runCase({
      servers: {
        465: { ...tls(HOST), replies: { EHLO: () => greetings.pop() ?? '250 x' } },
      },
      uri: given(starttls(587)),
    });
    expect(report.failure?.suggestion).toMatchObject({ uri: secure(465), proof: 'tls' });
    expect(logins).toBe(0);
  });

  it('is the sender that must be the login, with its name, asked about in the same session', async () => {
    const { report, logins } = await runCase({
      servers: {
        465: {
          ...tls(HOST),
          replies: {
            MAIL: (line) =>
              line.includes('<me@') ? '250 Ok' : '553 5.7.1 Sender rejected: not owned by user',
          },
        },
      },
      uri: given(secure(465)),
      sender: '"Tailchat" <other@case.example>',
    });
    expect(report.failure).toMatchObject({
      cause: 'sender-mismatch',
      suggestion: { uri: null, sender: '"Tailchat" <me@case.example>', proof: 'auth' },
    });
    expect(report.steps.at(-1)).toMatchObject({ name: 'mail-from', status: 'failed' });
    expect(report.steps.filter(({ name }) => name === 'mail-from')).toHaveLength(1);
    expect(logins).toBe(1);
  });

  it('is nothing, where the server takes the login for a sender neither', async () => {
    const refusal = '553 5.7.1 Sender address rejected: not owned by user';
    const { report, logins } = await runCase({
      servers: { 465: { ...tls(HOST), replies: { MAIL: refusal } } },
      uri: given(secure(465)),
      sender: '"Tailchat" <other@case.example>',
    });
    expect(report.failure).toMatchObject({ cause: 'sender-mismatch', suggestion: null });
    expect(logins).toBe(1);
  });
});

describe.concurrent('where nothing answers', () => {
  const explanationOf = async (uri: string, control?: number[]) => {
    const { report } = await runCase({ servers: {}, uri: given(uri), ...(control && { control }) });
    expect(report.failure).toMatchObject({ cause: 'connection-refused', suggestion: null });
    return report.failure?.explanation;
  };

  // The server of that name was never asked: no network between here and it can be to blame.
  it('and DNS leads the name to this machine, it says which address was tried', async () => {
    const explanation = await explanationOf(secure(465));
    expect(explanation).toMatch(
      /127\.0\.53\.\d+ accepts no connection on ports 465, 587, 2525, and 25\./,
    );
    expect(explanation).not.toMatch(/--control-host|case\.example accepts/);
  });

  it('and another host does, the server is to blame', async () => {
    expect(await explanationOf(starttls(587), [465, 587])).toMatch(
      /127\.0\.53\.\d+ accepts them on 465 and 587, so this network lets these out/,
    );
  });

  it('and another host neither, it may be the network, or each of the two hosts', async () => {
    expect(await explanationOf(starttls(587), [])).toMatch(
      /perhaps the network .*, perhaps only these hosts .*--control-host smtp\.gmail\.com/,
    );
  });

  it('and another host on other ports only, the port is to blame', async () => {
    expect(await explanationOf(starttls(25), [465, 587])).toContain('may block port 25');
  });
});

it('contacts no other host unasked, and none where the server answers', async () => {
  const { report, controlConnections } = await runCase({
    servers: { 465: silent() },
    uri: given(starttls(587)),
    control: [465],
  });
  expect(report.failure?.explanation).not.toContain('Tried');
  expect(controlConnections).toBeLessThanOrEqual(1);
});
