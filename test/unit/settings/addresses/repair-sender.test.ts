import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSender } from '../../../../src/settings/addresses/mail-address.js';
import { repairSender } from '../../../../src/settings/addresses/repair-sender.js';
import { serverMailboxesOf } from '../../../helpers/server-nodemailer.js';

describe('a sender', () => {
  it.each([
    ['a comma in its name', 'Tail, chat <x@y.z>', '"Tail, chat" <x@y.z>'],
    ['parentheses in its name', 'Tail (chat) <x@y.z>', '"Tail (chat)" <x@y.z>'],
    ['a colon in its name', 'Tail: chat <x@y.z>', '"Tail: chat" <x@y.z>'],
    ['a colon without a space', 'Tail:chat <x@y.z>', '"Tail:chat" <x@y.z>'],
    ['backslashes', '\\"Tailchat\\" x@y.z', '"Tailchat" <x@y.z>'],
    ['backslashes and quotes', '"\\"Tailchat\\" x@y.z"', '"Tailchat" <x@y.z>'],
    ['quotes around everything', '"Tailchat <x@y.z>"', '"Tailchat" <x@y.z>'],
    ['single quotes around everything', "'x@y.z'", 'x@y.z'],
    ['smart quotes', '“Tailchat” <x@y.z>', '"Tailchat" <x@y.z>'],
    ['full-width brackets', 'Tailchat ＜x@y.z＞', '"Tailchat" <x@y.z>'],
    ['a full-width @', 'x＠y.z', 'x@y.z'],
    ['square brackets', 'Tailchat [x@y.z]', '"Tailchat" <x@y.z>'],
    ['a bracket that is not closed', 'Tailchat <x@y.z', '"Tailchat" <x@y.z>'],
    ['a note', 'x@y.z # the sender', 'x@y.z'],
    ['a note in parentheses', 'Tailchat <x@y.z> (main)', '"Tailchat" <x@y.z>'],
    ['mailto:', 'Tailchat <mailto:x@y.z>', '"Tailchat" <x@y.z>'],
    ['a no-break space', 'Tailchat\u00a0<x@y.z>\u00a0', '"Tailchat" <x@y.z>'],
    ['a line break', 'Tailchat <x@y.z>\r\n', '"Tailchat" <x@y.z>'],
    ['a semicolon', 'x@y.z;', 'x@y.z'],
    ['an IPv6 address as its domain', 'a@[IPv6:::1]', '<a@[IPv6:::1]>'],
    ['its name before it', 'SMTP_SENDER=x@y.z', 'x@y.z'],
    ['its name and a name', 'export SMTP_SENDER="Tail" <x@y.z>', '"Tail" <x@y.z>'],
    ['the line of an env file', `SMTP_SENDER='"Tail" <x@y.z>'`, '"Tail" <x@y.z>'],
    ['a flag of docker', '-e SMTP_SENDER="Tail chat <x@y.z>"', '"Tail chat" <x@y.z>'],
    ['a line of YAML', '- "SMTP_SENDER: x@y.z"', 'x@y.z'],
    ['a line of PowerShell', '$env:SMTP_SENDER = "x@y.z"', 'x@y.z'],
    ['a command of Windows', 'setx SMTP_SENDER "x@y.z"', 'x@y.z'],
    ['nothing wrong', '"Tailchat" <x@y.z>', '"Tailchat" <x@y.z>'],
  ])('with %s', (_name, value, repaired) => {
    expect(repairSender(value)?.reveal()).toBe(repaired);
  });

  it.each(['', 'Tailchat', 'a@b.c, d@e.f', 'a@b.c <d@e.f>', 'smtps://me:pw@h.x', 'a@@b.c', '@'])(
    'that nobody can guess stays: %j',
    (value) => {
      expect(repairSender(value)).toBeUndefined();
    },
  );

  it('that was repaired is one mailbox for the server', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const repaired = repairSender(`${name} <x@y.z>`)?.reveal();
        if (repaired === undefined) return;
        expect(parseSender(repaired).ok).toBe(true);
        expect(serverMailboxesOf(repaired)).toMatchObject([{ address: 'x@y.z' }]);
      }),
      { numRuns: 3000 },
    );
    const start = performance.now();
    for (const piece of ['a@b', '"', ' ', '<', '(', 'a ']) repairSender(piece.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
