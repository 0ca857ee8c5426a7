/** What changes from one run to the next, with what stands in its place; the order counts. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<date>'],
  [/\b(?:[0-9A-F]{2}:){19,31}[0-9A-F]{2}\b/g, '<fingerprint>'],
  [/<[0-9a-f-]{20,}@/g, '<<id>@'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]+ [+-]\d{4}/g, '<date>'],
  [/----?_NmP-[0-9a-f]+-Part_\d/g, '<boundary>'],
  // The ports of the sandbox, and what is left of a bound.
  [/((?:127\.0\.0\.1|localhost):|\bport["=: ]+|端口 )\d{5}\b/g, '$1<port>'],
  [/(within the\s+|限定的\s*)[\d.]+(\s+s\b| 秒)/g, '$1<seconds>$2'],
  [/"ms":\s*\d+/g, '"ms": 0'],
  [/"delayMs":\s*[\d.]+/g, '"delayMs": 0'],
  [/\b\d+([ \u00a0])ms\b/g, '0$1ms'],
  [/time="[\d.]+"/g, 'time="0"'],
  [/^(tailchat_smtp_\w*_seconds\{.*\}) .*$/gm, '$1 0'],
  [/(on |将于 |valid until |有效期至 )\d{4}-\d\d-\d\d/g, '$1<day>'],
];

/** A text without times, identities, and what is named here by its own name. */
export function normalise(text: string, names: ReadonlyMap<string, string>): string {
  let normal = text;
  for (const [name, shown] of names) normal = normal.replaceAll(name, shown);
  for (const [pattern, shown] of CHANGING) normal = normal.replace(pattern, shown);
  return normal;
}
