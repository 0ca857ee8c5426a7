/** How deep the objects of a JSON log are searched. */
const DEEPEST = 6;
/** The most texts that are read of a line. */
const MOST_PARTS = 60;

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  '#39': "'",
  '#039': "'",
};

/** A text with the entities of a web page replaced by their characters. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(lt|gt|quot|amp|apos|#0?39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/**
 * The texts of a line. A line of JSON holds several, each of which speaks for itself and may have several lines. Any other line
 * is one text.
 */
export function readableParts(line: string): string[] {
  const object = line.indexOf('{"');
  const start = object < 0 ? line.indexOf('["') : object;
  const end = line.lastIndexOf(object < 0 ? ']' : '}');
  if (start < 0 || end < start) return [line];
  const parts = stringsOf(line.slice(start, end + 1));
  if (parts.length === 0) return [line];
  const around = `${line.slice(0, start)} ${line.slice(end + 1)}`.trim();
  return around === '' ? parts : [...parts, around];
}

function stringsOf(json: string): string[] {
  const found: string[] = [];
  try {
    collect(JSON.parse(json), DEEPEST, found);
  } catch {
    return [];
  }
  return found;
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (found.length >= MOST_PARTS) return;
  if (typeof value === 'string')
    found.push(...value.split(/\r?\n/).filter((part) => /\D/.test(part)));
  else if (typeof value === 'object' && value !== null && depth > 0) {
    for (const inner of Object.values(value)) collect(inner, depth - 1, found);
  }
}
