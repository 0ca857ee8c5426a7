import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { run } from './support.js';

const OFFLINE = ['verify', '--offline'];
const SMTP_SENDER = 'tailchat@mail.example';
const RIGHT = 'smtps://me:***@smtp.mail.example:465/';

describe.concurrent('what stands behind a URI', () => {
  it.each([
    [(uri: string) => `"${uri}" # mail`, /Quotation marks are part/, /own machine \(localhost\)/],
    [(uri: string) => `${uri}\\nSMTP_SENDER=bob@other.example`, /other text/, /ignore it/],
    [(uri: string) => `${uri},smtps://you:x@other.example:465/`, /other text/, /ignore it/],
  ])('is no part of the repaired one: %s', async (damage, title, server) => {
    const password = plantPassword();
    const uri = RIGHT.replace('***', encodeURIComponent(password));
    const env = { SMTP_URI: damage(uri), SMTP_SENDER };
    const result = await run(OFFLINE, { env });
    expect(result.code).toBe(78);
    expect(result.stdout + result.stderr).toMatch(title);
    expect(result.stdout + result.stderr).toMatch(server);
    expect(result.stdout + result.stderr).toContain(`SMTP_URI=${RIGHT}, with`);
    expect(result.stdout + result.stderr).not.toContain('other.example');
    expectNoSecret(result, password, encodeURIComponent(password));
  });
});
