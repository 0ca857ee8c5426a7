import { LANGUAGES, type Language } from '../language-codes.js';
import type { DomainTexts } from './domain-texts.js';
import { commandLine as english } from './en/help.js';
import type { CommandLineTexts } from './interface-texts.js';
import type { PageTexts } from './page-texts.js';
import type { ProviderListTexts } from './provider-list-texts.js';
import type { Texts } from './texts.js';
import { commandLine as chinese } from './zh-cn/help.js';

/**
 * The language of messages from the usual variables: the first of `LC_ALL`, `LC_MESSAGES`, `LANG`
 * (POSIX 8.2) and GNU's `LANGUAGE` that is set decides.
 */
export function detectLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || env.LANGUAGE || '';
  return languageOfCode(locale.slice(0, 2)) ?? 'en';
}

/** Whether a word names a language that messages are written in. */
export function isLanguage(word: string): word is Language {
  return LANGUAGES.some((language) => language === word);
}

/**
 * The language that a word names, in the spellings of BCP 47 and of POSIX: `zh-CN`, `zh_CN.UTF-8`, `en`.
 *
 * @returns undefined where messages are written in no such language
 */
export function languageNamed(word: string): Language | undefined {
  const [, name = ''] = /^([a-z]{2})(?:[-_][a-z\d]+)*(?:\.[\w-]+)?(?:@\w+)?$/i.exec(word) ?? [];
  return languageOfCode(name);
}

/** @param code of ISO 639, two letters */
function languageOfCode(code: string): Language | undefined {
  return LANGUAGES.find((language) => language.slice(0, 2) === code.toLowerCase());
}

const TEXTS: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./en/index.js'),
  'zh-CN': () => import('./zh-cn/index.js'),
};

/** Loads the texts of one language, and of no other. */
export async function loadTexts(language: Language): Promise<Texts> {
  return (await TEXTS[language]()).texts;
}

const DOMAIN_TEXTS: Record<Language, () => Promise<{ domain: DomainTexts }>> = {
  en: () => import('./en/domain/index.js'),
  'zh-CN': () => import('./zh-cn/domain/index.js'),
};

/** Loads what `domain` says in one language: no other command needs it. */
export async function loadDomainTexts(language: Language): Promise<DomainTexts> {
  return (await DOMAIN_TEXTS[language]()).domain;
}

const COMMAND_LINE: Record<Language, CommandLineTexts> = { en: english, 'zh-CN': chinese };

const PROVIDER_LIST: Record<Language, () => Promise<{ providerList: ProviderListTexts }>> = {
  en: () => import('./en/provider-list.js'),
  'zh-CN': () => import('./zh-cn/provider-list.js'),
};

/** Loads what `providers` says in one language: no other command needs it. */
export async function loadProviderListTexts(language: Language): Promise<ProviderListTexts> {
  return (await PROVIDER_LIST[language]()).providerList;
}

/** The words of the command line itself, which are needed before anything can be loaded. */
export function commandLineTexts(language: Language): CommandLineTexts {
  return COMMAND_LINE[language];
}

const PAGE: Record<Language, () => Promise<{ page: PageTexts }>> = {
  en: () => import('./en/page.js'),
  'zh-CN': () => import('./zh-cn/page.js'),
};

/** Loads what only the report as a page says in one language. */
export async function loadPageTexts(language: Language): Promise<PageTexts> {
  return (await PAGE[language]()).page;
}
