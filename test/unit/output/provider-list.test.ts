import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/main.js';
import { createFakeContext } from '../../helpers/fake-context.js';

/** The list as a terminal of so many columns shows it. */
async function listIn(columns: number | undefined, lang: string, ...words: string[]) {
  const context = createFakeContext({
    argv: ['smtp', 'providers', ...words, '--lang', lang, '--no-color'],
  });
  if (columns !== undefined) Object.assign(context.stdout, { isTTY: true, columns });
  expect(await main(context)).toBe(0);
  return context.out;
}

describe('the list of providers', () => {
  it.each([
    [60, 'en'],
    [60, 'zh-CN'],
    [80, 'en'],
    [80, 'zh-CN'],
    [120, 'en'],
  ])('fits %i columns (%s)', async (columns, lang) => {
    const text = await listIn(columns, lang);
    const wide = text.split('\n').filter((line) => stringWidth(line) > columns);
    expect(wide).toEqual([]);
    expect(text).toMatch(/smtp\.qq\.com:465 \(TLS\)$/m);
    expect(text).toMatch(/smtp\.office365\.com:587 \(STARTTLS\)$/m);
    expect(text).not.toContain('<user>');
  });

  it('has the URIs where they fit, and where a program reads along', async () => {
    expect(await listIn(undefined, 'en')).toMatch(
      / {2}QQ Mail +smtps:\/\/<user>:<password>@smtp\.qq\.com:465\/$/m,
    );
    expect(await listIn(100, 'zh-CN', '企业')).toContain(
      '<user>:<password>@smtp.exmail.qq.com:465/',
    );
  });
});
