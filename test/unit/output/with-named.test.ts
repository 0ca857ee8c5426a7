import { expect, it } from 'vitest';
import { nameSettings, withoutGiven } from '../../../src/output/with-named.js';

it.each([
  [
    'Go on: tailchat smtp verify --wait 300',
    'Go on: tailchat smtp verify --settings a.env --wait 300',
  ],
  [
    'See it: tailchat smtp test --to you@example.com --verbose',
    'See it: tailchat smtp test --settings a.env --to you@example.com --verbose',
  ],
  [
    '可运行 tailchat smtp verify，再运行 tailchat smtp test',
    '可运行 tailchat smtp verify --settings a.env，再运行 tailchat smtp test --settings a.env',
  ],
  ['Check there: tailchat smtp verify --in', 'Check there: tailchat smtp verify --in'],
  ['Look at DNS: tailchat smtp domain', 'Look at DNS: tailchat smtp domain --settings a.env'],
  [
    'Look: tailchat smtp domain x.org --ip 192.0.2.1',
    'Look: tailchat smtp domain x.org --ip 192.0.2.1',
  ],
])('a command that is advised names the same settings: %s', (step, said) => {
  expect(nameSettings(step, ['--settings a.env'])).toBe(said);
  expect(nameSettings(step, [])).toBe(step);
});

it('a domain is looked at from here, also where the settings are in a container', () => {
  const step = 'Look at DNS: tailchat smtp domain';
  expect(nameSettings(step, ['--in core'], ['x.org'])).toBe(`${step} x.org`);
  expect(nameSettings(step, ['--in core'], [])).toBe(step);
});

const NOTHING = { isVerbose: false, isInteractive: false, waitMs: 0, timeoutMs: 30_000 };
const OTHER = 'Check the port';

it.each([
  ['See it: tailchat smtp verify --verbose', { isVerbose: true }],
  ['Answer: tailchat smtp verify --interactive', { isInteractive: true }],
  ['Again later: tailchat smtp verify --wait 300', { waitMs: 300_000 }],
  ['请稍后重试（--wait 120）', { waitMs: 900_000 }],
  ['Try again with more time: --timeout 90', { timeoutMs: 90_000 }],
])('no step advises what is on: %s', (step, given) => {
  expect(withoutGiven([step, OTHER], { ...NOTHING, ...given })).toEqual([OTHER]);
  expect(withoutGiven([step, OTHER], NOTHING)).toEqual([step, OTHER]);
});

it('a longer wait than the one that was is advice', () => {
  const steps = ['Again later: tailchat smtp verify --wait 300', OTHER];
  expect(withoutGiven(steps, { ...NOTHING, waitMs: 60_000 })).toEqual(steps);
});
