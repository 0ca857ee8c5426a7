import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type { LoggedFailure } from '../../../src/explain/draft.js';
import { alike, SeenFailures } from '../../../src/explain/seen-failures.js';
import { readCorpus } from '../../helpers/corpus.js';

function failure(text: string, more: Partial<LoggedFailure> = {}): LoggedFailure {
  const evidence = { step: 'auth', reply: { code: 535, enhanced: null, text } } as const;
  return {
    line: 1,
    evidence,
    weight: 'sure',
    isElsewhere: false,
    other: undefined,
    origin: {
      isStepGuessed: false,
      isAtServer: false,
      isOfStranger: false,
      isNamedError: false,
    },
    ...more,
  };
}

/** Whether a failure is known again. */
function isKnown(seen: SeenFailures, one: LoggedFailure): boolean {
  let isNew = false;
  seen.nameOf(one, () => {
    isNew = true;
    return 'its name';
  });
  return !isNew;
}

describe('what was seen', () => {
  it('is known again by another session, address or time', () => {
    const seen = new SeenFailures();
    expect(isKnown(seen, failure('535 No d2e1a72fcca58-7f8aaf - x from [1.2.3.4]'))).toBe(false);
    expect(isKnown(seen, failure('535 No d9e1a72fccb58-2f8aaf - x from [8.8.8.8]'))).toBe(true);
  });

  it.each<[string, LoggedFailure]>([
    ['words', failure('535 Not')],
    ['a short code', failure('535 No (S3151)')],
    ['a weight', failure('535 No (S3150)', { weight: 'hint' })],
    ['a cause', failure('535 No (S3150)', { cause: 'auth-failed' })],
    [
      'a host',
      failure('535 No (S3150)', {
        evidence: { ...failure('535 No (S3150)').evidence, host: 'mail.example' },
      }),
    ],
  ])('is told from another by %s', (_name, other) => {
    const seen = new SeenFailures();
    expect(isKnown(seen, failure('535 No (S3150)'))).toBe(false);
    expect(isKnown(seen, other)).toBe(false);
    expect(isKnown(seen, failure('535 No (S3150)'))).toBe(true);
  });

  it('has the same diagnosis, whatever the names of sessions', () => {
    for (const { step, host, reply } of readCorpus()) {
      const code = Number(/^\d{3}/.exec(reply)?.[0] ?? 0) || null;
      const causeOf = (text: string) =>
        diagnose({ step, host, reply: { code, enhanced: null, text } }).cause;
      expect(causeOf(alike(reply)), reply).toBe(causeOf(reply));
    }
  });
});
