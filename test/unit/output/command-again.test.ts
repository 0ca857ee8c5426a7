import { describe, expect, it } from 'vitest';
import { formatCommandAgain } from '../../../src/output/command-again.js';

const OPTIONS = { recipients: ['a@b.co'], awaitMs: 2000 };

describe('the command to check again', () => {
  it('asks for the mailbox where nothing else is asked for', () => {
    expect(formatCommandAgain('test', { ...OPTIONS, imap: 'imaps://a:b@c.org' })).toBe(
      'tailchat smtp test --to a@b.co --await 2 --imap -',
    );
  });

  it('leaves stdin to the URI, and the mailbox to its variable', () => {
    const both = { ...OPTIONS, imap: 'imaps://a:b@c.org', uri: 'smtps://d:e@f.org' };
    expect(formatCommandAgain('test', both)).toBe(
      "SMTP_TEST_IMAP_URI='imaps://user:password@host/' tailchat smtp test --to a@b.co --await 2 --uri -",
    );
  });

  it.each([
    ['-x.env', 'tailchat smtp verify --settings=-x.env'],
    ["-it's.env", "tailchat smtp verify --settings='-it'\\''s.env'"],
    ['./-x.env', 'tailchat smtp verify --settings ./-x.env'],
    ['-', 'tailchat smtp verify --settings -'],
    // A shell's name for the pipe of <(…), which no second command has.
    ['/dev/fd/63', 'tailchat smtp verify'],
    ['/proc/self/fd/11', 'tailchat smtp verify'],
  ])('is one that can be run: --settings %s', (file, line) => {
    const options = { envFiles: [file], areFilesRead: true };
    expect(formatCommandAgain('verify', options)).toBe(line);
  });
});
