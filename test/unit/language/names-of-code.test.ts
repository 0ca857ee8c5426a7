import { describe, expect, it } from 'vitest';
import { filesIn, read } from '../../helpers/sources.js';

const texts = ['en', 'zh-cn'].flatMap((language) => filesIn(`src/language/${language}`));

/** Names that a file imports and that are followed by a word, as only a sentence has them. */
function namesInSentences(code: string): string[] {
  const imported = [...code.matchAll(/^import[^;]*?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(/[\s,]+/),
  );
  const names = imported.filter((name) => /[a-z][A-Z]/.test(name));
  return names.filter((name) =>
    new RegExp(`\\b${name} (?!as\\b|satisfies\\b|from\\b)[a-z\\u4e00-\\u9fff]`).test(
      code.replace(/^import[^;]*;/gm, ''),
    ),
  );
}

describe('the texts', () => {
  // A name that was changed in the whole project was once changed in two sentences as well.
  it.each(texts)('of %s hold no name of code', (file) => {
    expect(namesInSentences(read(file))).toEqual([]);
  });

  it('would be noticed', () => {
    const code = "import { findIt } from './x.js';\nconst a = `To know, findIt with another host`;";
    expect(namesInSentences(code)).toEqual(['findIt']);
    expect(namesInSentences(code.replace('findIt with', 'find it with'))).toEqual([]);
  });
});
