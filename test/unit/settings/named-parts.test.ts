// biome-ignore-all lint/suspicious/noTemplateCurlyInString: names as Compose writes them
import { describe, expect, it } from 'vitest';
import { interpolate } from '../../../src/settings/readers/interpolate.js';
import { namedParts } from '../../../src/settings/yaml/named-parts.js';
import { formatYamlLine } from '../../../src/settings/yaml/yaml-line.js';

const SECRET = 'Wq7Zx9Kv3Tn5';
const NAMES: Record<string, string> = {
  ...{ MAIL_PASS: SECRET, MAIL_HOST: 'mail.x.org', MAIL_PORT: '587', MAIL_USER: 'me' },
  ...{ OTHER: 'x', MAIL_LOGIN: `me:${SECRET}` },
};
const lookup = (name: string) => NAMES[name];
const lineFor = (written: string, uri: string) => {
  const named = namedParts({ written, value: interpolate(written, lookup) }, lookup);
  return formatYamlLine({ key: 'SMTP_URI', isCompose: true, named }, uri);
};
const NEW = 'smtps://me:***@mail.x.org:465/';

describe('a URI that a compose file puts together from variables', () => {
  it.each([
    [
      'smtp://me:${MAIL_PASS}@mail.x.org:${MAIL_PORT:-25}/',
      'smtps://me:${MAIL_PASS}@mail.x.org:465/',
    ],
    ['smtp://me:$MAIL_PASS@mail.x.org:587/', 'smtps://me:$MAIL_PASS@mail.x.org:465/'],
    [
      'smtp://$MAIL_USER:${MAIL_PASS:?none}@${MAIL_HOST}/',
      'smtps://$MAIL_USER:${MAIL_PASS:?***}@${MAIL_HOST}:465/',
    ],
    ['smtp://me:${MAIL_PASS}@mail.${OTHER}.org', 'smtps://me:${MAIL_PASS}@mail.${OTHER}.org:465/'],
    // A default is a password, too.
    [
      `smtp://me:\${MAIL_PASS:-${SECRET}}@mail.x.org`,
      'smtps://me:${MAIL_PASS:-***}@mail.x.org:465/',
    ],
    [
      `smtp://me:\${MAIL_PASSWORD:-${SECRET}}@mail.x.org`,
      'smtps://me:${MAIL_PASSWORD:-***}@mail.x.org:465/',
    ],
    // What cannot be kept apart is written anew.
    ['smtp://${MAIL_LOGIN}@mail.x.org', NEW],
    [`smtp://me:${SECRET.slice(0, 6)}\${OTHER}@mail.x.org`, NEW],
    ['smtp://me:ab$Wq7Zx9@mail.x.org', NEW],
    ['smtp://me:a$$b@mail.x.org', NEW],
    ['smtp://me:$$MAIL_PASS@mail.x.org', NEW],
  ])('keeps them: %s', (written, line) => {
    const made = lineFor(written, NEW);
    expect(made).toBe(`SMTP_URI: '${line}'`);
    expect(made).not.toMatch(/Wq7Zx9/);
  });

  it('says the same once Compose has put it together again', () => {
    const named = namedParts(
      {
        written: 'smtp://${MAIL_USER}:${MAIL_PASS}@${MAIL_HOST}:${MAIL_PORT}/',
        value: `smtp://me:${SECRET}@mail.x.org:587/`,
      },
      lookup,
    );
    const whole = `smtps://me:${SECRET}@mail.x.org:465/?requireTLS=true`;
    const line = formatYamlLine({ key: 'SMTP_URI', isCompose: true, named }, whole);
    expect(line).not.toContain(SECRET);
    expect(interpolate(line, lookup)).toBe(`SMTP_URI: '${whole}'`);
    // A part that changes is written out.
    const other = formatYamlLine(
      { key: 'SMTP_URI', isCompose: true, named },
      'smtp://me:pa$s@other.org:587/',
    );
    expect(other).toBe("SMTP_URI: 'smtp://${MAIL_USER}:pa$$s@other.org:${MAIL_PORT}/'");
  });
});
