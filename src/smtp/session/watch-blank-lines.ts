import type { NodemailerInternals } from './nodemailer-internals.js';

/** Calls back when the server sends an empty line. Nodemailer ignores it, and Tailchat's 6.7.8 takes it for a reply. */
export function watchBlankLines(connection: NodemailerInternals, onBlankLine: () => void): void {
  const onData = connection._onData;
  let isLineStart = true;
  connection._onData = (chunk) => {
    const text = chunk.toString('latin1');
    if (/\n\r?\n/.test(text) || (isLineStart && /^\r?\n/.test(text))) onBlankLine();
    isLineStart = text.endsWith('\n');
    onData.call(connection, chunk);
  };
}
