const OF_A_SENTENCE = [
  'wrong|incorrect|invalid|expired|required|rejected|refused|denied|missing|empty|blank|null|nil|none|undefined|true|false|yes|ok',
  'mismatch(?:ed)?|fail(?:ed|ure|s)?|bad|not|no|must|cannot|can|could|should|may|will|disabled|enabled|authentication|auth|login|please',
  'too|has|have|was|is|are|error|unknown|changed|needed|necessary|mandatory|verify|check|case|being|been|currently|already|only|now|still|also|never|always',
  'for|in|on|at|as|of|to|from|by|with|and|or|if|set|stored|an?|the|your|this|that|less|more|longer|shorter|older|weak|strong|correct|accepted|allowed|supported',
  'provided|entered|supplied|given|combination|specified|received|field|policy|change|command|method|restricted|limited|suspended|encrypted|locked|blocked|out|used|reset|protected|compromised|valid|user(?:name)?|account|password|https?|code|see|use|try|you|it|about|temporarily|unable|nonexistent|absent',
  'falsch|ungültig|erforderlich|abgelaufen|incorrecte|invalide|incorrecta|inválida|errata|неверный|неверно',
].join('|');

/** Further words that follow the word for a secret in a sentence, but hardly in a line of settings. */
const BEHIND_THE_WORD = [
  'd(?:o|oes|id|idn|on|oesn)|isn|wasn|won|were|had|would|shall|might|needs?|seems?|looks?|match(?:es|ing)?|works?|gets?|got|came|went|goes|becomes?|contains?|belongs|exists|applies|depends',
  'when|where|while|which|who|what|why|how|because|since|until|unless|then|than|but|so|yet|again|anymore|instead|either|neither|nor|both|each|every|any|all|some|such|same|other|another|there|here|first|last|next|twice|once|just|likely|probably|correctly|properly',
  'before|after|during|without|within|into|onto|over|under|via|per|using|against|between|through|across|its?|their|our|my|his|her|we|they|i|these|those',
  'based|protection|management|manager|history|length|complexity|strength|quality|rules?|requirements?|restrictions?|policies|expir(?:y|ation|es|ing)|recovery|reminder|requests?|transition|migration|prompt|hint|page|link|settings?|options?|config(?:uration)?|variables?|attributes?|property|values?|input|box|form|dialog',
  'hash(?:es|ed|ing)?|encryption|schemes?|mechanisms?|mode|types?|format|grant|exchange|verification|validation|checks?|checking|lookups?|query|database|db|files?|stor(?:e|age)|cache|backend|service|server|system|pairs?|combinations|attempts?|tries|attacks?|leaked',
  'cut|made|unblocks?|begins|starts|ends|includes?|uses|resets|updated?|saved|sent|shown|hidden|masked|removed|deleted|created|generated|copied|typed|known|found|returned|configured|revoked|renewed|inactive|active|obsolete|insecure|unsafe|different|identical|equals?|short|long|old|new|plain(?:text)?|cleartext|text|strings?|logins?|mail|smtp|imap|tls|ssl|sasl|app|id|errors|failures|problem|confirmation|access|authenticat(?:e|ed)|für|ist|wurde|ändern|not',
].join('|');

/** Signs of a password behind a word: those in no sentence, and commas without blanks, as in `a,b,c,9`. */
const GOES_ON = String.raw`[\w@#$%^&*=+~-]|[,;](?=[\w,;]{0,60}[\d,;])[\w,;]{1,60}(?![^\s"'])`;

const behind = (words: string) => new RegExp(`^(?:${words})(?!${GOES_ON})`, 'iu');

/** Words of a sentence behind the word for a secret. */
export const ORDINARY = behind(OF_A_SENTENCE);

/** The same words, where only a space stands between. */
export const ORDINARY_BEHIND = behind(`${OF_A_SENTENCE}|${BEHIND_THE_WORD}`);
