import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const titles = async (text: string) =>
  (await explain([text])).findings
    .flatMap(({ title, nextSteps }) => [title, ...nextSteps])
    .join('\n');

describe('the name that DNS was asked for', () => {
  it.each([
    [
      '2026-11-28 03:12:44 1tG-01-2Z == a@qq.com R=dnslookup defer (-1): host lookup did not complete',
    ],
    ['php_network_getaddresses: getaddrinfo failed: Name or service not known'],
    ['Error: getaddrinfo ENOTFOUND <host>'],
    ['Error: getaddrinfo EAI_AGAIN'],
  ])('is no word of the sentence, and no code: %s', async (text) => {
    const said = await titles(text);
    expect(said).not.toBe('');
    expect(said).not.toMatch(/\b(?:did|failed|ENOTFOUND|EAI_AGAIN)\b/);
  });

  it.each([
    ['Error: getaddrinfo ENOTFOUND mailer'],
    ['dial tcp: lookup mailer on 127.0.0.11:53: no such host'],
    ['php_network_getaddresses: getaddrinfo for mailer failed: Name or service not known'],
  ])('may be that of a container: %s', async (text) => {
    expect(await titles(text)).toContain('mailer');
  });
});
