import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const encoded = encodeURIComponent;
const uri = (password: string) => `smtps://me:${encoded(password)}@smtp.example:465/`;

/** Passwords that a URI has encoded. */
const PASSWORDS = [
  ...['Zq7kW#vX2mJ/w9Lr', 'tgkq wzrv hxbn mjdp', 'Kd%41z+9$Qw=x7', 'Müller99größe'],
  ...['Hy8tRfVbNm3pLqWz', '@lead!9Fq2', 'a&b=Wq7+Zx9Kv3'],
];

/** A password, as texts have it somewhere. */
const NAMED: Readonly<Record<string, (password: string) => string>> = {
  'a Secret': (password) => `kind: Secret\ndata:\n  SMTP_URI: ${base64(uri(password))}`,
  'a Secret, encoded twice': (password) => `  SMTP_URI: ${base64(uri(encoded(password)))}`,
  'a URI within a URI': (password) => encoded(uri(password)),
  'a URI within one within one': (password) => encoded(encoded(uri(password))),
  'options of swaks': (password) => `swaks --to a@b.co --au me --ap '${password}'`,
  'a cell of a table': (password) => `<td>Password</td><td>${password}</td>`,
  'a form': (password) => `Login: me@x.com\nPasswort:\n${password}`,
  'a login': (password) => `S: 334 UGFzc3dvcmQ6\nC: ${base64(password)}`,
  'a URI in clear': (password) => `SMTP_URI=smtps://me:${password}@smtp.example:465/`,
  'an env file': (password) => `SMTP_URI=${uri(password)}`,
};

/** What a server makes of it. */
const REPLIES: readonly ((password: string) => string)[] = [
  (password) => `550 5.7.1 <a@x.com>: Sender rejected: ${password} not allowed`,
  (password) => `554 5.7.1 Message rejected as spam by ${password}`,
  (password) => `550 5.7.1 "${password}": Recipient address rejected`,
  (password) => `550 5.7.1 sender ${encoded(password)} refused`,
  (password) => `550 5.7.1 sender ${encoded(encoded(password))} refused`,
];

/** Pieces of six characters, as they stand and encoded. */
function piecesOf(password: string): string[] {
  return [password, encoded(password), encoded(encoded(password))].flatMap((text) =>
    Array.from({ length: Math.max(1, text.length - 5) }, (_, at) => text.slice(at, at + 6)),
  );
}

describe('a password that the text or the server has encoded', () => {
  it.each(Object.keys(NAMED))('is shown nowhere: %s', async (form) => {
    for (const password of PASSWORDS) {
      for (const reply of REPLIES) {
        const text = `${NAMED[form]?.(password)}\n${reply(password)}\n`;
        const said = JSON.stringify(await explain(text));
        const shown = piecesOf(password).filter((piece) => said.includes(piece));
        expect({ text, said, shown }).toMatchObject({ shown: [] });
      }
    }
  });

  it('leaves what a server has encoded itself', async () => {
    const text = '550 5.7.1 rejected: see https://help.example/?q=spam%20list%3Dyes\n';
    const { findings } = await explain(`SMTP_HOST=smtp.example\n${text}`);
    expect(findings[0]?.reply?.text).toContain('spam%20list%3Dyes');
  });
});
