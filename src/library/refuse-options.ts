import { isLanguage } from '../language/index.js';
import { LANGUAGES } from '../language-codes.js';
import { isDuration, LONGEST_SECONDS, SHORTEST_TIMEOUT } from '../limits.js';
import { hasControls } from '../safety/control-characters.js';

/** Refuses an unknown language. The value is never repeated, since it may be a misplaced setting. */
export function refuseLanguage(lang: string): void {
  if (!isLanguage(lang)) throw new RangeError(`lang is none of ${LANGUAGES.join(', ')}`);
}

/** Refuses a time limit that cannot be waited for. */
export function refuseTimeout(timeout: number): void {
  if (isDuration(timeout, SHORTEST_TIMEOUT)) return;
  const range = `from ${SHORTEST_TIMEOUT} to ${LONGEST_SECONDS}`;
  throw new RangeError(`timeout is no number of seconds ${range}`);
}

/** What the command line refuses before a check begins. */
export function refuseBadOptions(
  timeout: number,
  wait: number,
  lang: string,
  subject?: string,
): void {
  refuseTimeout(timeout);
  if (!isDuration(wait, 0))
    throw new RangeError(`wait is no number of seconds from 0 to ${LONGEST_SECONDS}`);
  refuseLanguage(lang);
  if (subject !== undefined && hasControls(subject)) {
    throw new TypeError('subject holds a control character');
  }
}
