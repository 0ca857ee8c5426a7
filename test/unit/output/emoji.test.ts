import { describe, expect, it } from 'vitest';
import { EMOJI } from '../../../scripts/emoji.js';

// As string-width has it; TypeScript's target does not know the flag.
const FLAG: string = 'v';
const RGI = new RegExp(String.raw`^\p{RGI_Emoji}$`, FLAG);
const OURS = new RegExp(EMOJI, 'u');
const ALL = Array.from({ length: 0x20000 }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
const PICTURES = ALL.map((code) => String.fromCodePoint(code)).filter((character) =>
  /\p{Emoji}|\p{Extended_Pictographic}/u.test(character),
);
const FLAGS = ['🇨🇳', '🇩🇪', '🇺🇳', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'];

/** A picture, and what may stand behind one. */
function sequencesOf(picture: string): string[] {
  const colours = ['🏻', '🏼', '🏽', '🏾', '🏿'];
  const behind = ['\ufe0f', '\ufe0e', '\u20e3', '\ufe0f\u20e3', ...colours];
  return behind.map((character) => picture + character);
}

describe('the expression for emoji in the bundle', () => {
  it('knows of single characters those of Unicode', () => {
    const differ = ALL.map((code) => String.fromCodePoint(code)).filter(
      (character) => RGI.test(character) !== OURS.test(character),
    );
    expect(differ).toEqual([]);
  });

  it('knows the sequences of Unicode, but for those that string-width knows by their joiner', () => {
    const all = [...PICTURES.flatMap(sequencesOf), ...FLAGS];
    expect(all.filter((text) => RGI.test(text) && !OURS.test(text))).toEqual([]);
    // A family of one colour: a later Unicode has it.
    const more = all.filter((text) => OURS.test(text) && !RGI.test(text));
    expect(more.filter((text) => !text.startsWith('👪'))).toEqual([]);
  });
});
