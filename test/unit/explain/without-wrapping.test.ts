import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const REPLY = '535 5.7.8 Error: authentication failed';

const shown = async (text: string) => (await explain([text])).findings[0]?.reply?.text;

describe('the marks that close a wrapping', () => {
  it.each([
    ['a tag', `<pre>Error: Invalid login: ${REPLY}</pre>`],
    ['a tag around the reply alone', `<code>${REPLY}</code>`],
    ['a cell of a table', `<tr><td>${REPLY}</td><td>2026-11-28</td></tr>`],
    ['a break with the next words', `<p>${REPLY}<br/>see below</p>`],
    ['a field of CSV', `"Error: Invalid login: ${REPLY}","2026-11-28"`],
    ['entities', `Error: &quot;${REPLY}&quot;`],
    ['brackets', `status=bounced (Invalid login: ${REPLY})`],
    ['square brackets', `[${REPLY}]`],
    ['Chinese brackets', `错误【${REPLY}】`],
    ['other Chinese brackets', `错误（${REPLY}）`],
    ['a title', `《${REPLY}》`],
    ['bold letters', `**${REPLY}**`],
    ['code', `\`${REPLY}\``],
    ['a fence', `\`\`\`${REPLY}\`\`\``],
  ])('are none of the server’s words: %s', async (_, text) => {
    expect(await shown(text)).toBe(REPLY);
  });

  it.each([
    '550 5.1.1 <x@example.com>: Recipient address rejected (unknown user)',
    '550 5.7.1 Rejected [MXtdwv IP: 203.0.113.5]',
    '550 5.7.1 User "bob" is unknown to "us"',
  ])('are kept where the server has opened them: %s', async (reply) => {
    expect(await shown(reply)).toBe(reply);
    expect(await shown(`(Message failed: ${reply})`)).toBe(reply);
  });

  it('hold several lines of a reply together', async () => {
    const text = '<p>550-5.7.1 Our system has<br>550 5.7.1 detected spam</p>';
    expect(await shown(text)).toBe('550-5.7.1 Our system has\n550 5.7.1 detected spam');
  });
});

it('marks that a server writes itself belong to its words', async () => {
  const reply =
    '550 5.4.6 Unusual sending activity detected. <a href=https://x.org/policy target=_blank>Learn more.</a> To unblock <a href=https://x.org/me>Click here.</a>';
  const { findings } = await explain([`Error: Message failed: ${reply}`]);
  expect(findings[0]?.reply?.text).toBe(reply);
  const { findings: wrapped } = await explain([`<b>Error: Message failed: 550 5.4.6 No</b> more`]);
  expect(wrapped[0]?.reply?.text).toBe('550 5.4.6 No');
});
