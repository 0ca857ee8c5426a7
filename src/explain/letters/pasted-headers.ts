/** A header that was copied out of its mail. */
export interface PastedHeaders {
  /** A letter of its fields alone. */
  text: string;
  /** The line where they begin, from 1. */
  line: number;
}

/** Fields that hold somebody's verdict on a mail. No other mail has them. */
const VERDICT =
  /^(?:authentication-results|arc-authentication-results|received-spf|x-spam-(?:status|flag|result)|x-spamd-result|x-forefront-antispam-report|x-microsoft-antispam-mailbox-delivery|x-ms-exchange-organization-scl|x-pm-spam-action|x-apple-movetofolder|x-gmx-antispam|x-barracuda-spam-status)$/i;
const FIELD = /^([A-Za-z][\w-]{1,76})[ \t]{0,2}:/;
/** Marks before each line: a quote's sign, or the indentation of a code block. */
const QUOTE = /^(?:[ \t]{0,8}>[ \t]?)+|^[ \t]+/;
const FENCE = /^\s{0,8}(?:```|~~~)/;
const MOST_LINES = 2000;
const LONGEST_VERDICT = 300;

/** The table above a mail's source in Gmail: `SPF:	PASS with IP 192.0.2.1`, `DKIM:	'FAIL' with domain a.example`. */
const TABLE_ROW =
  /^\s{0,20}(SPF|DKIM|DMARC):\s{1,9}'?(pass|fail|softfail|neutral|none|temperror|permerror)\b'?(?:\s+with\s+domain\s+([\w.-]{1,253}))?/i;

/**
 * Finds the header of an arrived mail in a pasted text. It may stand behind a person's own words, quoted, indented, in a code
 * block, or be only a part of a header.
 */
export function findPastedHeaders(text: string): PastedHeaders | undefined {
  const lines = text.split(/\r?\n/, MOST_LINES).map((line) => (FENCE.test(line) ? '' : line));
  for (let start = 0; start < lines.length; start += 1) {
    const prefix = QUOTE.exec(lines[start] ?? '')?.[0] ?? '';
    const block = blockFrom(lines, start, prefix);
    if (block.some((line) => VERDICT.test(FIELD.exec(line)?.[1] ?? '')))
      return { text: `${block.join('\n')}\n`, line: start + 1 };
    // The block that was looked at has no verdict. The next block begins behind it.
    start += Math.max(block.length - 1, 0);
  }
  return tableIn(lines);
}

/** The lines of fields without the mark before them. Empty where no field begins there. */
function blockFrom(lines: readonly string[], start: number, prefix: string): string[] {
  const block: string[] = [];
  for (const line of lines.slice(start)) {
    // Before an empty line, the space behind a quote's sign is missing.
    const bare = line.startsWith(prefix) ? line.slice(prefix.length) : undefined;
    if (bare === undefined || bare.trim() === '') break;
    const isField = FIELD.test(bare);
    if (!isField && (block.length === 0 || !/^[ \t]/.test(bare))) break;
    block.push(bare);
  }
  return block;
}

function tableIn(lines: readonly string[]): PastedHeaders | undefined {
  const rows = lines.flatMap((line, at) => {
    const [, method, result, domain] = TABLE_ROW.exec(line.slice(0, LONGEST_VERDICT)) ?? [];
    if (!method || !result) return [];
    const named = domain && /^dkim$/i.test(method) ? ` header.d=${domain}` : '';
    return [{ at, said: `${method.toLowerCase()}=${result.toLowerCase()}${named}` }];
  });
  const [first] = rows;
  if (!first || rows.length < 2) return undefined;
  const from = lines.find((line) => /^\s{0,20}From:\s/.test(line))?.trim();
  const said = rows.map((row) => row.said).join('; ');
  const results = `Authentication-Results: mx.google.com; ${said}`;
  return { text: `${[results, ...(from ? [from] : [])].join('\n')}\n`, line: first.at + 1 };
}
