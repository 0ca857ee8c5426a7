import { stripControls } from '../../safety/control-characters.js';

/** Markup that is safe in a page. Text from outside is escaped in it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** The values of a template. Text is escaped, markup stays, and lists are joined. */
type Part = string | number | Markup | readonly Markup[];

/** Markup from a template: `html\`<p>${text}</p>\``. Every text in it is escaped, so that no caller can forget to. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const inside = parts.map((part, index) => asMarkup(part) + (literals[index + 1] ?? ''));
  return new Markup((literals[0] ?? '') + inside.join(''));
}

/** No markup: for what is not there. */
export const NOTHING = new Markup('');

function asMarkup(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(asMarkup).join('');
  return escapeHtml(String(part));
}

function escapeHtml(text: string): string {
  return stripControls(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
