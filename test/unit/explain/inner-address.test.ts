import { expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const told = async (reply: string) => {
  const { findings } = await explain([
    `postfix/smtpd[3344]: NOQUEUE: reject: RCPT from unknown[172.18.0.5]: ${reply}; from=<a@corp.cn> to=<you@qq.com> proto=ESMTP helo=<x>`,
  ]);
  expect(findings.map(({ cause }) => cause)).toEqual(['ip-blocked']);
  return [findings[0]?.explanation, ...(findings[0]?.nextSteps ?? [])].join('\n');
};

it.each([
  '450 4.7.1 Client host rejected: cannot find your hostname, [172.18.0.5]',
  '554 5.7.1 Service unavailable; Client host [192.168.1.7] blocked using zen.spamhaus.org',
])(
  'no public address is blamed where the reply names one of the own network: %s',
  async (reply) => {
    expect(await told(reply)).not.toMatch(/public IP|PTR|spamhaus/);
    expect(await told(reply)).toContain('mynetworks');
    const outside = reply.replace(/172\.18\.0\.5|192\.168\.1\.7/, '8.8.4.4');
    expect(await told(outside)).not.toContain('mynetworks');
  },
);
