/** The shortest time a check may be given, in seconds. */
export const SHORTEST_TIMEOUT = 0.1;

/**
 * The longest time a check may be given, in seconds: a timer of Node counts milliseconds in 31 bits,
 * and a day is more than any check needs.
 */
export const LONGEST_SECONDS = 86_400;

/** Whether a number of seconds can be waited for. A program without types may give something else. */
export function isDuration(seconds: number, min: number): boolean {
  return typeof seconds === 'number' && seconds >= min && seconds <= LONGEST_SECONDS;
}
