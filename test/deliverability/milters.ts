import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { filter, openFolder } from './programs.js';

/** A milter, and what it wants to hear alone of HELO and the body: miltertest ends where it says the other. */
export interface Filter {
  port: number;
  wants?: 'name' | 'body';
}

/** A mail in pieces. */
export interface Mail {
  fields: [name: string, value: string][];
  body: string;
}
/** Hands a mail to a milter, as Postfix would, and takes the fields that it adds at the top. */
export async function throughMilter(
  { port, wants }: Filter,
  { fields, body }: Mail,
  from = '192.0.2.25',
): Promise<Mail> {
  const quoted = (text: string) => JSON.stringify(text);
  const lines = [
    `c = mt.connect("inet:${port}@127.0.0.1")`,
    `mt.conninfo(c, "mail.example.com", "${from}")`,
    'mt.macro(c, SMFIC_MAIL, "i", "A1B2C3")',
    ...(wants === 'body' ? [] : ['mt.helo(c, "mail.example.com")']),
    'mt.mailfrom(c, "<me@example.com>")',
    'mt.rcptto(c, "<you@example.org>")',
    ...fields.map(([name, value]) => `mt.header(c, ${quoted(name)}, ${quoted(value)})`),
    'mt.eoh(c)',
    ...(wants === 'name' ? [] : [`mt.bodystring(c, ${quoted(body)})`]),
    'mt.eom(c)',
    'for _, name in ipairs({"Authentication-Results", "DKIM-Signature", "Received-SPF", "X-Spamd-Result", "X-Spam-Status", "X-Spam", "X-Spamd-Bar"}) do',
    '  for at = 0, 3 do',
    '    value = mt.getheader(c, name, at)',
    '    if value then mt.echo("@@" .. name .. ":" .. value) end',
    '  end',
    'end',
    'mt.disconnect(c)',
  ];
  const script = join(await openFolder(), 'mail.lua');
  await writeFile(script, `${lines.join('\n')}\n`);
  const said = await filter('miltertest', ['-s', script], '');
  const added = said.split('\n@@').flatMap((one): [string, string][] => {
    const [, name, value] = /^(?:@@)?([\w-]+):(.*)$/s.exec(one) ?? [];
    return name === undefined ? [] : [[name, (value ?? '').trim()]];
  });
  expect(added).not.toEqual([]);
  return { fields: [...added, ...fields], body };
}
