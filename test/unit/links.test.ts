import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** What npm packs without being told. */
const ALWAYS_PACKED = ['README.md', 'LICENSE', 'package.json'];

const pages = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

interface Link {
  path: string;
  anchor: string;
}

/** The local links of a page, by their paths from the root. */
function linksOf(page: string): Link[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```$/gms, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#', 2);
      const at = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
      return { path: at, anchor: decodeURIComponent(anchor) };
    });
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  const headings = readFileSync(join(ROOT, path), 'utf8').match(/^#+ .+$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isPacked(path: string): boolean {
  return [...files, ...ALWAYS_PACKED].some((one) => path === one || path.startsWith(`${one}/`));
}

describe('the links between pages', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    for (const { path, anchor } of linksOf(page)) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      if (anchor !== '') expect(anchorsOf(path), `${path}#${anchor}`).toContain(anchor);
    }
  });

  it.each(pages.filter(isPacked))('of %s lead to what is in the package', (page) => {
    const missing = linksOf(page).filter(({ path }) => !isPacked(path));
    expect(missing).toEqual([]);
  });

  it('are found', () => {
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(100);
  });
});
