import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, reply }) => [cause, reply?.text ?? null]);
}

describe("qmail-send's line of a delivery", () => {
  it.each([
    ['Unable_to_run_qmail-remote./', 'server-error', null],
    ["Sorry,_I_couldn't_find_any_host_named_example.org._(#5.1.2)/", 'recipient-unknown', null],
    ['CNAME_lookup_failed_temporarily._(#4.4.3)/', 'dns-unavailable', null],
    [
      '192.0.2.7_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.7./',
      'recipient-unknown',
      '550 5.1.1 User unknown',
    ],
    [
      '192.0.2.7_failed_after_I_sent_the_message./Remote_host_said:_550-5.7.1_Sorry/550_5.7.1_looks_like_spam/',
      'content-rejected',
      '550-5.7.1 Sorry\n550 5.7.1 looks like spam',
    ],
  ])('is read as the words it stands for: %s', async (report, cause, reply) => {
    expect(await found(`delivery 12: failure: ${report}`)).toEqual([[cause, reply]]);
    expect(await found(`@40000000 delivery 12: deferral: ${report}`)).toEqual([[cause, reply]]);
  });

  it('says nothing of a mail that came through', async () => {
    const line = 'delivery 4: success: 192.0.2.7_accepted_message./Remote_host_said:_250_ok_12/';
    expect(await found(line)).toEqual([]);
  });
});

describe('a reply that a colon ends', () => {
  const reply = '550 5.1.1 <mia@example.com>: Recipient address rejected:';

  it('goes on in the next line, where somebody wrapped it', async () => {
    expect(await found(`Error: ${reply}\n  User unknown in local recipient table`)).toEqual([
      ['recipient-unknown', `${reply} User unknown in local recipient table`],
    ]);
  });

  it('does not go on in a frame of a trace', async () => {
    expect(await found(`Error: ${reply}\n\tat send (mail.js:1:2)`)).toEqual([
      ['recipient-rejected', reply],
    ]);
  });
});

describe('a name that contains that of an application', () => {
  it.each([
    ['[jenkins] failed to send email', 'Jenkins'],
    ['shop-jenkins-1 | failed to send email', 'Jenkins'],
    ['application cd-jenkins: failed to send email', undefined],
  ])('is not taken for it: %s', async (line, name) => {
    const { findings } = await explain([line]);
    expect(findings[0]?.nextSteps.some((step) => step.includes('docker logs jenkins'))).toBe(
      name !== undefined,
    );
  });
});
