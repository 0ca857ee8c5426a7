import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readServerAddresses } from '../../../../src/settings/addresses/server-addresses.js';
import { serverMailboxesOf } from '../../../helpers/server-nodemailer.js';

describe('the server’s reading of addresses', () => {
  it.each([
    ...['a@b.x', '"T" a@b.x', '"T" <a@b.x>', 'T <a@b.x>', '\\"T\\" a@b.x', 'Tail, chat <x@y.z>'],
    ...[
      'T a@b.x (note)',
      'a@b.x # note',
      '＜a@b.x＞',
      'T ＜a@b.x＞',
      '<a@b.x',
      'a@b.x>',
      'T [a@b.x]',
    ],
    ...['a@b.x, c@d.x', 'a@b.x; c@d.x', 'mailto:a@b.x', 'T <mailto:a@b.x>', '"a@b.x"', "'a@b.x'"],
    ...['T (x) <a@b.x>', 'a@@b.x', 'x@y.z <a@b.x>', 'Group: a@b.x, c@d.x;', '"T" "a@b.x"', 'T', ''],
    ...[
      '"T <a@b.x>"',
      'T; <a@b.x>',
      '"T"a@b.x',
      '(a) (b)',
      '<a@b><c@d>',
      '"',
      '\\',
      ':;',
      '<<a@b.x>',
    ],
  ])('of %j', (value) => {
    expect(readServerAddresses(value)).toEqual(serverMailboxesOf(value));
  });

  it('of thousands of others', () => {
    const pieces = fc.constantFrom(
      ...[
        'a@b.x',
        'T',
        ' ',
        '"',
        '\\',
        '<',
        '>',
        '(',
        ')',
        ',',
        ';',
        ':',
        '@',
        "'",
        '#',
        '\n',
        '\t',
      ],
      ...['＜', '＞', '“', '密', '.', '[', ']', 'mailto:', '\u00a0', 'x@y.z', '=?utf-8?q?a?='],
    );
    const value = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(value, fc.string()), (text) => {
        expect(readServerAddresses(text)).toEqual(serverMailboxesOf(text));
      }),
      { numRuns: 8000 },
    );
  });
});
