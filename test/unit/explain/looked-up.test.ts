import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function told(text: string) {
  const { findings } = await explain(text);
  expect(findings).toHaveLength(1);
  const { cause, title, explanation, nextSteps } = findings[0] ?? {};
  return { cause, said: [title, explanation, ...(nextSteps ?? [])].join('\n') };
}

describe('the name that was looked up', () => {
  it.each([
    ['php_network_getaddresses: getaddrinfo failed: Name or service not known', 'failed'],
    ['Error: getaddrinfo ENOTFOUND <host>', 'ENOTFOUND'],
    ['Error: getaddrinfo ENOTFOUND undefined', 'undefined'],
    ['Error: getaddrinfo EAI_AGAIN null', 'null'],
    ['host lookup did not complete: temporary failure in name resolution', 'did'],
    ['MX lookup error: no such host', 'error'],
  ])('is no word of the sentence: %s', async (text, word) => {
    expect((await told(text)).said).not.toMatch(new RegExp(`(?:name|about|nslookup) ${word}\\b`));
  });

  it.each([
    ['Error: getaddrinfo ENOTFOUND mailserver', 'mailserver'],
    ['dial tcp: lookup mailserver: no such host', 'mailserver'],
    ['dial tcp: lookup mailserver on 127.0.0.11:53: no such host', 'mailserver'],
    [
      'php_network_getaddresses: getaddrinfo for mail.b.example failed: Name or service not known',
      'mail.b.example',
    ],
    ["nslookup: can't resolve 'mail.b.example': Name does not resolve", 'mail.b.example'],
    ["** server can't find mail.b.example: NXDOMAIN", 'mail.b.example'],
    ['Error: queryA ENOTFOUND mail.b.example', 'mail.b.example'],
  ])('is told: %s', async (text, name) => {
    expect((await told(text)).said).toContain(name);
  });
});

describe('what nslookup and dig say', () => {
  it.each([
    [';; connection timed out; no servers could be reached', 'dns-unavailable'],
    [';; communications error to 10.0.0.2#53: timed out', 'dns-unavailable'],
    ['DNS request timed out.', 'dns-unavailable'],
    ["** server can't find smtp.b.example: SERVFAIL", 'dns-unavailable'],
    ["** server can't find smtp.b.example: NXDOMAIN", 'host-not-found'],
    ["nslookup: can't resolve smtp.b.example", 'host-not-found'],
  ])('%s → %s', async (text, cause) => {
    expect((await told(text)).cause).toBe(cause);
  });

  it('is right about the name of a known server', async () => {
    const known = await told('Error: getaddrinfo ENOTFOUND smtp.qq.com');
    const { said } = await told("nslookup: can't resolve smtp.qq.com");
    expect(said).toBe(known.said.replace(' (ENOTFOUND)', ''));
  });
});
