import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

describe('a code of a mail that did not find its way', () => {
  it.each([
    ['550 5.4.310 DNS domain q.example does not exist', 'recipient-unknown'],
    [
      "Remote Server returned '550 5.4.310 DNS domain q.example does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=q.example]'",
      'recipient-unknown',
    ],
    [
      '550 5.4.316 Message expired, connection refused(Socket error code 10061)',
      'delivery-expired',
    ],
    ['550 5.4.317 Message expired, cannot connect to remote server', 'delivery-expired'],
    [
      '550 5.4.300 Message expired -> 451 4.4.0 Primary target IP address responded with "421 4.4.2 Connection dropped due to ConnectionReset"',
      'delivery-expired',
    ],
  ])('outweighs the words behind it: %s', async (text, cause) => {
    expect((await explain(text)).findings.map((one) => one.cause)).toEqual([cause]);
  });
});
