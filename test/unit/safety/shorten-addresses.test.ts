import { describe, expect, it } from 'vitest';
import { shortenAddresses } from '../../../src/safety/shorten-addresses.js';

describe('shortening addresses', () => {
  it.each([
    ['MAIL FROM:<me@qq.com>', 'MAIL FROM:<m…@qq.com>'],
    ['smtps://john.doe%40x.org:***@smtp.x.org:465/', 'smtps://j…%40x.org:***@smtp.x.org:465/'],
    ['"Tailchat" <tailchat@x.org> (SMTP_SENDER)', '"Tailchat" <t…@x.org> (SMTP_SENDER)'],
    ['550 张三@例子.example: no such user', '550 张…@例子.example: no such user'],
    ['250 AUTH PLAIN LOGIN', '250 AUTH PLAIN LOGIN'],
    ['to a@x.org,b@y.org', 'to a…@x.org,b…@y.org'],
  ])('makes %j %j', (text, short) => {
    expect(shortenAddresses(text)).toBe(short);
  });

  it('shortens a user that is no address, unless its name is too short to be one', () => {
    expect(shortenAddresses('535 johndoe: wrong', 'johndoe')).toBe('535 j…: wrong');
    expect(shortenAddresses('535 user me: wrong', 'me')).toBe('535 user me: wrong');
  });
});
