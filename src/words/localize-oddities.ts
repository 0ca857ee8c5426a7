import type { FoundOddity } from '../diagnosis/found-failure.js';
import type { Language } from '../language-codes.js';
import type { CredentialOddity } from '../report/credential-oddity.js';

/** What is odd about a login, in one language. */
export function localizeOddities(
  oddities: readonly FoundOddity[],
  language: Language,
): CredentialOddity[] {
  return oddities.map((oddity) => {
    switch (oddity.kind) {
      case 'refused':
      case 'shape':
        return { ...oddity, expected: oddity.expected[language] };
      case 'mistake':
        return { ...oddity, looksLike: oddity.looksLike[language] };
      default:
        return oddity;
    }
  });
}
