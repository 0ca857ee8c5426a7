import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The indentation of a line. */
const indentOf = (line = '') => /^ */.exec(line)?.[0] ?? '';

/**
 * Does what the steps of a verdict say of the files in a folder, by their words alone.
 *
 * @returns the steps that say nothing of a file
 */
export async function followSteps(cwd: string, steps: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const step of steps) if (!(await follow(cwd, step))) left.push(step);
  return left;
}

async function follow(cwd: string, step: string): Promise<boolean> {
  const change = async (file: string, work: (lines: string[]) => void) => {
    const lines = (await readFile(join(cwd, file), 'utf8').catch(() => '')).split('\n');
    work(lines);
    await writeFile(join(cwd, file), lines.join('\n'));
    return true;
  };
  const [, service, key, of, file, added] =
    /^Add this line under (?:the service (\w+)|(\w+): of (\w+)) in (\S+): (.+?)(?:, or use --\w+.*)?$/.exec(
      step,
    ) ?? [];
  if (file !== undefined) {
    const name = key ?? service;
    return await change(file, (lines) => {
      const top = lines.findIndex((one) => new RegExp(`^ +${of ?? service}:`).test(one));
      const at = lines.findIndex((one, n) => n >= top && new RegExp(`^ +${name}:`).test(one));
      lines.splice(at + 1, 0, indentOf(lines[at + 1]) + added);
    });
  }
  const [, changed, number, line] = /^Change (\S+):(\d+) to: (.+)$/.exec(step) ?? [];
  if (changed !== undefined) {
    return await change(changed, (lines) => {
      lines[Number(number) - 1] = indentOf(lines[Number(number) - 1]) + line;
    });
  }
  const [, gone, from, at, rest] =
    /^Remove (SMTP_\w+) from (\S+):(\d+), or write the value there(\. A key with nothing left below it gets \{\})?/.exec(
      step,
    ) ?? [];
  if (gone !== undefined && from !== undefined) {
    return await change(from, (lines) => {
      const places = lines.flatMap((one, n) => (one.includes(gone) ? [n] : []));
      const near = (n: number) => Math.abs(n - Number(at) + 1);
      const place = places.sort((a, b) => near(a) - near(b))[0] ?? -1;
      lines.splice(place, 1);
      if (rest !== undefined) fillEmptyKey(lines, place - 1);
    });
  }
  const [, written, into, where] =
    /^Write (\w+=.+?) in (\S+?)(?::(\d+))?, or use --/.exec(step) ?? [];
  if (written !== undefined && into !== undefined) {
    return await change(into, (lines) => {
      if (where === undefined) lines.unshift(written);
      else lines[Number(where) - 1] = written;
    });
  }
  const [, profile] = /: (COMPOSE_PROFILES=\w+)$/.exec(step) ?? [];
  if (profile === undefined) return false;
  await appendFile(join(cwd, '.env'), `${profile}\n`);
  return true;
}

/** Gives the key above a removed line an empty map, where nothing is left below it. */
function fillEmptyKey(lines: string[], at: number): void {
  const key = lines[at] ?? '';
  const below = lines[at + 1] ?? '';
  const isKept = below.trim() !== '' && indentOf(below).length > indentOf(key).length;
  if (/:(?: &\w+)?\s*$/.test(key) && !isKept) lines[at] = `${key.trimEnd()} {}`;
}
