// Reads the letters that .ci/bounces.sh has collected, and compares what explain says of them.
// Usage: check.js FOLDER, with a mailbox in mbox form for each mail server
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/tailchat.js', import.meta.url));

/** @type {Record<string, readonly string[]>} */
const CAUSES = {
  unknown: ['recipient-unknown'],
  full: ['mailbox-full'],
  relay: ['relay-denied'],
  large: ['message-too-large'],
  loop: ['mail-loop'],
  spam: ['content-rejected'],
  busy: ['server-error', 'delivery-expired', 'greylisted'],
};

const [folder = '.'] = process.argv.slice(2);
let wrong = 0;
for (const name of readdirSync(folder).sort()) {
  /** @type {Map<string, Set<string>>} */
  const seen = new Map();
  const { findings, letters } = explain(join(folder, name));
  for (const { recipient, cause, action } of findings) {
    const [who = ''] = (recipient ?? '').split('@');
    const isRight = CAUSES[who]?.includes(cause) ?? false;
    if (!isRight) {
      wrong += 1;
      process.stdout.write(`${name}: ${recipient} is ${cause}, and should be ${CAUSES[who]}\n`);
    }
    seen.set(who, (seen.get(who) ?? new Set()).add(action));
  }
  for (const who of Object.keys(CAUSES)) {
    const actions = [...(seen.get(who) ?? [])].sort().join();
    const wanted = who === 'busy' ? 'delayed,failed' : 'failed';
    if (actions === wanted) continue;
    wrong += 1;
    process.stdout.write(`${name}: ${who} is ${actions || 'not there'}, and should be ${wanted}\n`);
  }
  process.stdout.write(`${name}: ${letters.length} letters, ${findings.length} findings\n`);
}
process.exitCode = wrong === 0 ? 0 : 1;

/**
 * @param {string} file
 * @returns {{ findings: { recipient: string | null, cause: string, action: string }[], letters: unknown[] }}
 */
function explain(file) {
  const args = [BIN, 'smtp', 'explain', '--json', '--file', file];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
