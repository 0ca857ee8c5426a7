import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/safety/secret.js';
import { describeBadUri } from '../../../../src/settings/uri/describe-bad-uri.js';

describe('what Tailchat’s server would do with a URI that cannot be used', () => {
  it.each([
    // What follows the port is a path to it: it connects, and nothing of the password goes to DNS.
    ['smtps://me%40mail.example:PW9@smtp.mail.example:465 # two', 'reads-it'],
    // The password itself is cut: a part of it is taken for the host.
    ['smtps://me%40mail.example:P@W9#x@smtp.mail.example:465/', 'asks-for-password'],
    // Neither host is in the password.
    ['smtps://me:PW9@smtp.mail.example:465 SMTP_SENDER=me@mail.example', 'asks-for-host'],
    ['smtp.mail.example:465:me@other.example:PW9', 'asks-for-host'],
  ])('%s: %s', (value, serverDoes) => {
    expect(describeBadUri(new Secret(value), { showSecrets: false })).toMatchObject({ serverDoes });
  });
});
