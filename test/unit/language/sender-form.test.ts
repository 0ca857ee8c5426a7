import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import type { Facts } from '../../../src/report/facts.js';

const stepsFor = (facts: Facts) => texts.causes['sender-syntax'](facts).nextSteps.join('\n');

describe('a sender that the server calls malformed', () => {
  it('is not to be what it is already', () => {
    const steps = stepsFor({ senderAddress: 'me@x.org', isSenderBare: true });
    expect(steps).toMatch(/^Ask whoever runs the mail server/);
    expect(steps).not.toMatch(/only/i);
  });

  it.each<[Facts, RegExp, RegExp]>([
    [{ senderAddress: 'me..x@x.org', isSenderBare: true }, /^Use an address without two/, /form/],
    [{ senderAddress: '.me@x.org', isSenderBare: true }, /^Use an address without two/, /form/],
    [{ senderAddress: 'me.@x.org', isSenderBare: true }, /^Use an address without two/, /form/],
    [{ senderAddress: 'me@x_y.org', isSenderBare: true }, /which form of sender/, /ordinary/],
    [{ senderAddress: 'me@box', isSenderBare: true }, /which form of sender/, /ordinary/],
    [{ senderAddress: 'me@x.org', isSenderBare: false }, /Write only the address/, /ASCII|Ask/],
    [{ senderAddress: '我@x.org', isSenderBare: true }, /Use only ASCII/, /only the address|Ask/],
    [{}, /only the address[\s\S]*ASCII/, /Ask/],
  ])('of %j is to be changed', (facts, wanted, other) => {
    expect(stepsFor(facts)).toMatch(wanted);
    expect(stepsFor(facts)).not.toMatch(other);
  });
});
