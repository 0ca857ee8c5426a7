/** The most HTML that is read. */
const LONGEST_HTML = 1024 * 1024;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The most characters of a tag that are read. */
const LONGEST_TAG = 400;

const ADDRESS = /^[^\s<>@]{1,64}@[\w.-]{1,255}$/;

/** Elements that begin a line. */
const BLOCK =
  /^\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|hr|pre|blockquote|dt|dd|section|article)\b/i;

/**
 * The text of an HTML document, in time that grows with its length. Tags become line breaks or nothing, and the usual entities
 * are decoded. The text is for reading words, not for showing as a browser would.
 */
export function htmlToText(html: string): string {
  return decodeEntities(withoutTags(html.slice(0, LONGEST_HTML)))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function withoutTags(source: string): string {
  const pieces: string[] = [];
  const find = finder(source);
  let at = 0;
  for (let start = source.indexOf('<'); start >= 0; start = source.indexOf('<', at)) {
    pieces.push(source.slice(at, start).replace(/\s+/g, ' '));
    const end = find('>', start);
    const tag = source.slice(start + 1, Math.min(end, start + LONGEST_TAG));
    // An unescaped address in angle brackets is no tag.
    if (end < 0 || !/^[/!?a-z]/i.test(tag) || ADDRESS.test(tag)) {
      pieces.push('<');
      at = start + 1;
      continue;
    }
    at = end + 1;
    if (tag.startsWith('!--') && !tag.endsWith('--')) at = behind('-->');
    const hidden = /^(?:script|style|head|title)\b/i.exec(tag)?.[0].toLowerCase();
    if (hidden && !tag.endsWith('/')) at = behind(`</${hidden}>`);
    if (BLOCK.test(tag)) pieces.push('\n');
    else if (/^\/?t[dh]\b/i.test(tag)) pieces.push(' ');
  }
  pieces.push(source.slice(at).replace(/\s+/g, ' '));
  return pieces.join('');

  function behind(words: string): number {
    const found = find(words, at);
    return found < 0 ? at : found + words.length;
  }
}

/** Finds the next match without looking at the same stretch twice, whatever the case of its letters. */
function finder(source: string): (words: string, from: number) => number {
  const lower = source.toLowerCase();
  const text = lower.length === source.length ? lower : source;
  const next = new Map<string, number>();
  return (words, from) => {
    const known = next.get(words);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = text.indexOf(words, from);
    next.set(words, found);
    return found;
  };
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, number, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = number ? Number(number) : Number.parseInt(hex, 16);
      if (code === 0xa0) return ' ';
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
