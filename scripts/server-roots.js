// Writes down which authorities the Node of Tailchat's image knows, and those of them that other versions do
// not know any more: `node scripts/server-roots.js NODE18 NODE20 NODE22 …`, each the path of a binary, the
// first being the server's.
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PREFIX = 12;
const LIST = "process.stdout.write(JSON.stringify(require('node:tls').rootCertificates))";

/** @param {string} node */
function authoritiesOf(node) {
  /** @type {string[]} */
  const pems = JSON.parse(
    execFileSync(node, ['-e', LIST], { encoding: 'utf8', maxBuffer: 1 << 24 }),
  );
  const certificates = pems.map((pem) => new X509Certificate(pem));
  return new Map(certificates.map((one) => [one.fingerprint256.replaceAll(':', ''), one]));
}

/** @param {[string, X509Certificate]} authority */
function lineOf([, { subject, publicKey, validTo }]) {
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const line = `${validTo}; ${key}; ${subject.replaceAll('\n', ' | ')}`;
  if (/`|\$\{/.test(line)) throw new Error(`cannot stand in a template: ${line}`);
  return line;
}

const [server, ...others] = process.argv.slice(2).map(authoritiesOf);
if (!server || others.length === 0) throw new Error('give the paths of the binaries');
const older = [...server].filter(([print]) => others.some((known) => !known.has(print)));
const prints = [...server.keys()].map((print) => print.slice(0, PREFIX)).sort();
const text = `// Made by scripts/server-roots.js: not to be edited.

/** The beginning of the SHA-256 fingerprint of each authority that Node 18.18.0 knows. */
export const SERVER_AUTHORITIES: readonly string[] =
  '${prints.join(' ')}'.split(
    ' ',
  );

/** One of those that a newer Node does not know any more. */
export interface OlderAuthority {
  /** As Node writes it, its parts on a line each. */
  subject: string;
  /** In base64: SubjectPublicKeyInfo (RFC 5280). */
  publicKey: string;
  validTo: string;
}

// A line each: until when, its key, and its subject with bars between the parts.
const OLDER = String.raw\`
${older.map(lineOf).join('\n')}
\`;

/** Those of them that a newer Node does not know any more. */
export const OLDER_AUTHORITIES: readonly OlderAuthority[] = OLDER.trim()
  .split('\\n')
  .map((line) => {
    const [validTo = '', publicKey = '', subject = ''] = line.split(/; (.*?); /);
    return { subject: subject.replaceAll(' | ', '\\n'), publicKey, validTo };
  });
`;
writeFileSync(
  fileURLToPath(new URL('../src/smtp/connection/server-authorities.ts', import.meta.url)),
  text,
);
