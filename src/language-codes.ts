/** The languages that messages are written in. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

/** A language that messages are written in. */
export type Language = (typeof LANGUAGES)[number];

/** The same words in each language: a missing one fails the type check. */
export type Localized = Readonly<Record<Language, string>>;
