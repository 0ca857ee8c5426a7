// dotenv 10 has types, but its package.json does not export them.
declare module 'dotenv' {
  /** Reads the lines `NAME=value` of a text. */
  export function parse(text: string): Record<string, string | undefined>;
}
