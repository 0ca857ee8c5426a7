import { parse } from 'dotenv';
import type { EnvFileReader } from './reader.js';

const LINE_END = /\r\n|\n|\r/;

/**
 * Reads as Tailchat's server reads its `.env`: with dotenv 10 itself, which replaces nothing and refuses nothing. Dotenv looks at
 * each line alone, so reading line by line gives the same result, and the line's number with it.
 */
export const dotenv: EnvFileReader = {
  name: 'dotenv',
  isForContainer: false,
  read: (text) => {
    const assignments = text.split(LINE_END).flatMap((content, index) =>
      Object.entries(parse(content)).map(([name, value = '']) => ({
        name,
        value,
        line: index + 1,
        endLine: index + 1,
      })),
    );
    return { ok: true, assignments };
  },
};
