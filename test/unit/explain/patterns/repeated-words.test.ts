import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.js';
import { parseReply } from '../../../../src/diagnosis/reply.js';
import { explain } from '../../../../src/index.js';

async function causesOf(text: string) {
  return (await explain([text])).findings.map(({ cause }) => cause);
}

describe("a server's words that people repeat without its code", () => {
  it.each([
    ['auth-required', 'All I get is "Sender address rejected: not logged in"'],
    ['sender-mismatch', 'Sender address rejected: not logged in as owner of bob@example.org'],
    ['sender-rejected', 'Delivery to bob@example.org failed: Sender verify failed'],
    ['mailbox-full', "<bob@example.org>:\nuser's maildir over quota"],
    ['connection-timeout', 'My mail was bounced with\n\n554 5.4.0 <mx1.example.net #4.4.1>'],
  ])('is %s: %s', async (cause, text) => {
    expect(await causesOf(text)).toEqual([cause]);
  });

  it("is Exim's for a handshake that failed before", () => {
    const reply = parseReply('554 Security failure');
    expect(diagnose({ step: 'mail-from', reply }).cause).toBe('tls-failed');
  });
});

describe("an HTTP client's failure", () => {
  it("is not mail's, and neither is the one behind it", async () => {
    const refused = [
      'System.Net.Http.HttpRequestException: Connection refused (plex.example.org:32400)',
      ' ---> System.Net.Sockets.SocketException (111): Connection refused',
    ];
    expect(await causesOf(refused.join('\n'))).toEqual([]);
    expect(await causesOf(`${refused.join('\n')}\n550 5.7.1 Relay access denied`)).toEqual([
      'relay-denied',
    ]);
  });
});
