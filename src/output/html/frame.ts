import type { PageTexts } from '../../language/page-texts.js';
import { SHOWN_OF_REPLY, shorten } from '../shorten.js';
import { html, Markup } from './markup.js';
import { STYLE } from './style.js';

/** Who made the page, and when. */
export interface Imprint {
  version: string;
  /** When the check ended, in milliseconds since 1970. */
  now: number;
}

/** What stands at the top of a page. */
export interface PageHead {
  language: string;
  isOk: boolean;
  title: string;
  /** What was run, and what came of it. */
  summary: string;
  /** What it was about. */
  about: string;
}

/** A page around its content. The page loads nothing, and lets no script run. */
export function framed(
  { language, isOk, title, summary, about }: PageHead,
  main: Markup,
  page: PageTexts,
  { version, now }: Imprint,
): string {
  const status = isOk ? 'ok' : 'failed';
  const date = `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${summary}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header class="${status}">
<h1 class="${status}"><span aria-hidden="true">${isOk ? '✓' : '✗'}</span> ${title}</h1>
<p>${summary} · ${about}</p>
</header>
<main>
${main}</main>
<footer><p>${page.made(version, date)}</p></footer>
</body>
</html>
`.text;
}

/** Each text as a paragraph; empty ones are none. */
export function paragraphs(texts: readonly string[]): Markup[] {
  return texts.filter(Boolean).map((text) => html`<p>${text}</p>\n`);
}

/** Text whose lines stay as they are, at a length that a person can read. */
export function pre(text: string): Markup {
  return html`<pre>${shorten(text, SHOWN_OF_REPLY)}</pre>\n`;
}
