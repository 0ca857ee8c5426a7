/**
 * What `^\p{RGI_Emoji}$` matches, but for sequences with U+200D, in the way that versions of Node before 20
 * know: Unicode Technical Standard 51. It is the source of an expression with the flag `u`.
 */
export const EMOJI = [
  // Flags.
  String.raw`\p{Regional_Indicator}{2}`,
  String.raw`\u{1f3f4}[\u{e0020}-\u{e007f}]+`,
  // Keycaps.
  String.raw`[\d#*]\ufe0f\u20e3`,
  // One that is shown as a picture, by itself or by what stands behind it; hands and people have a colour.
  String.raw`(?!\p{Regional_Indicator})\p{Emoji_Presentation}`,
  String.raw`(?!\p{Emoji_Presentation})(?=\p{Emoji})\p{Extended_Pictographic}\ufe0f`,
  String.raw`\p{Emoji_Modifier_Base}\p{Emoji_Modifier}`,
]
  .reduce((all, one) => `${all}${all ? '|' : '^(?:'}${one}`, '')
  .concat(')$');
