import { expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';
import { writeBounce } from './write-letter.js';

it.each(['Domain x.cn does not accept mail (nullMX)', 'mail for x.cn loops back to myself'])(
  'the server that writes a bounce by itself is not called another’s: %s',
  async (words) => {
    const text = `This is the mail system at host relay.example.net.\n\n<anna@example.org>: ${words}`;
    const letter = writeBounce({ diagnostic: `X-Postfix; ${words}`, status: '5.1.0', text });
    const { findings } = await explain([Buffer.from(letter)]);
    const [{ reportedBy = '', remoteHost = '' } = {}] = findings;
    expect({ reportedBy, remoteHost }).toEqual({
      reportedBy: 'relay.example.net',
      remoteHost: null,
    });
  },
);
