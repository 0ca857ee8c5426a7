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
});
