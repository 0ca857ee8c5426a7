import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { plantPassword, secretForms } from '../../helpers/run-bin.js';
import { expectValidExplanation } from '../../helpers/schema.js';
import { logged, usual } from '../../helpers/server-log.js';

const found = async (lines: string[]) => {
  const { findings } = await explain([lines.join('\n')]);
  return findings.map(({ cause, line }) => [cause, line]);
};

describe('what explain returns', () => {
  it('is one document', async () => {
    expect(await explain('535 Login fail')).toEqual({
      schemaVersion: 1,
      command: 'explain',
      ok: true,
      exitCode: 0,
      findings: [
        {
          cause: 'auth-failed',
          step: 'auth',
          retryable: false,
          title: expect.stringMatching(/\w/),
          explanation: expect.stringMatching(/\w/),
          nextSteps: expect.arrayContaining([expect.stringMatching(/\w/)]),
          reply: { code: 535, enhanced: null, text: '535 Login fail' },
          docs: 'docs/causes/auth-failed.md',
          line: 1,
        },
      ],
    });
  });

  it.each([
    ...[
      '',
      '\n\n',
      'hello',
      'all is well',
      '550 books',
      'we have 550 books about mail and servers',
    ],
    ...['554 apples fell', 'my error: 451 cats in the meadow'],
  ])('is nothing for %j', async (text) => {
    const nothing = {
      ...{ schemaVersion: 1, command: 'explain', ok: false, exitCode: 1, findings: [] },
      ...{ lines: expect.any(Number), elsewhere: [] },
    };
    expect(await explain(text)).toEqual(nothing);
    expect(await explain([text])).toEqual(nothing);
  });

  it('is in the language that is asked for', async () => {
    const { findings } = await explain('535 Login fail', { lang: 'zh-CN' });
    for (const words of [findings[0]?.title, findings[0]?.explanation, findings[0]?.nextSteps[0]]) {
      expect(words).toMatch(/\p{Script=Han}/u);
    }
    // @ts-expect-error not one of the languages
    await expect(explain('535', { lang: 'fr' })).rejects.toThrow(RangeError);
  });

  it('says what the reply is worth', async () => {
    const retryable = async (text: string) => (await explain(text)).findings[0]?.retryable;
    expect(await retryable('450 4.2.0 <a@x.org>: Greylisted')).toBe(true);
    expect(await retryable('550 5.1.1 <a@x.org>: User unknown')).toBe(false);
  });
});

describe('each failure', () => {
  it('is found once, with the line where it first stands, in the order of the lines', async () => {
    const spam = logged('Message failed', '554 5.7.1 Spam', 'DATA');
    const sender = logged('Mail command failed', '553 Not yours', 'MAIL FROM');
    const busy = logged('Message failed', '451 4.3.0 Try later', 'DATA');
    const lines = [usual(1), ...spam, ...sender, usual(2), ...spam, ...busy, ...sender, ...busy];
    expect(await found(lines)).toEqual([
      ['content-rejected', 2],
      ['sender-rejected', 9],
      ['server-error', 24],
    ]);
  });

  it('is the same although session numbers and times differ', async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      logged(
        'Message failed',
        `554 5.7.1 Spam (session 4VsT${index}f5q, 03:12:${10 + index})`,
        'DATA',
      ),
    );
    expect(await found(lines.flat())).toEqual([['content-rejected', 1]]);
  });

  it('is another one at another step, and for another reason', async () => {
    const lines = [
      ...logged('Mail command failed', '550 5.7.1 No', 'MAIL FROM'),
      ...logged('Message failed', '550 5.7.1 No', 'DATA'),
      ...logged('Message failed', '550 5.7.1 No spam', 'DATA'),
    ];
    expect((await found(lines)).map(([, line]) => line)).toEqual([1, 8, 15]);
  });

  it('is found in lines of several services that come mixed', async () => {
    const [spam, sender] = [
      logged('Message failed', '554 5.7.1 Spam', 'DATA'),
      logged('Mail command failed', '553 Not yours', 'MAIL FROM'),
    ];
    const lines = spam.flatMap((line, index) => [`a-1  | ${line}`, `b-1  | ${sender[index]}`]);
    expect(await found(lines)).toEqual([
      ['content-rejected', 1],
      ['sender-rejected', 2],
    ]);
  });

  it('has the line of the text, whatever ends the lines', async () => {
    for (const end of ['\n', '\r\n']) {
      const { findings } = await explain(['', '', 'Error: Invalid login: 535 No', ''].join(end));
      expect(findings.map(({ line }) => line)).toEqual([3]);
    }
  });
});

describe('a text given as an argument', () => {
  // Whatever may be a reply is one there; in a log of thousands of lines only what must be one.
  it.each([
    '550 Invalid User',
    'Antwort: 550 nein danke',
    '错误：535 登录失败',
    'connection refused',
  ])('is read leniently: %s', async (text) => {
    expect((await explain(text)).findings).toHaveLength(1);
    expect((await explain([`${text}\n`])).findings).toHaveLength(1);
    const long = [...Array.from({ length: 100 }, (_, index) => usual(index)), text];
    expect(await found(long)).toEqual([]);
  });
});

describe('a password in the log', () => {
  it('is in nothing that comes out', async () => {
    const password = plantPassword();
    const encoded = encodeURIComponent(password);
    const uris = [
      `smtps://me%40qq.com:${encoded}@smtp.qq.com:465/`,
      `smtp://me:${password}@smtp.qq.com`,
      `mongodb://root:${encoded}@mongo:27017/tailchat`,
      `redis://:${encoded}@redis:6379`,
    ];
    for (const uri of uris) {
      for (const text of [
        `535 5.7.8 Login as ${uri} failed, see https://mail.qq.com/help?id=28 for more`,
        `Error: Invalid login: 535 No ${uri}`,
        `SMTP_URI=${uri}\n535 No`,
        `connect ECONNREFUSED ${uri}`,
        `getaddrinfo ENOTFOUND ${uri}`,
        `Invalid URL: ${uri}`,
        JSON.stringify({ code: 'EAUTH', response: `535 No ${uri}`, host: uri, input: uri }),
        `Error: Message failed: 554-${uri}\n554 ${uri}`,
      ]) {
        const document = JSON.stringify(await explain(text));
        // Of a database's failure only that there is one.
        expect(document).toMatch(/"lines?":/);
        for (const form of secretForms(password, 'me')) expect(document).not.toContain(form);
      }
    }
  });

  it('is masked, and the words around it are left', async () => {
    const { findings } = await explain(
      '535 Login of smtps://me:pass@smtp.qq.com failed, see https://mail.qq.com/help?id=28',
    );
    expect(findings[0]?.reply?.text).toBe(
      '535 Login of smtps://me:***@smtp.qq.com failed, see https://mail.qq.com/help?id=28',
    );
  });
});

describe('reading', () => {
  it('ends when it is aborted', async () => {
    const reason = new Error('enough');
    const options = { signal: AbortSignal.abort(reason) };
    await expect(explain('535 Login fail', options)).rejects.toBe(reason);
    const controller = new AbortController();
    let count = 0;
    async function* endless() {
      for (;;) {
        count += 1;
        if (count === 500) controller.abort(reason);
        yield `${usual(count)}\n`;
      }
    }
    await expect(explain(endless(), { signal: controller.signal })).rejects.toBe(reason);
    expect(count).toBe(500);
  });

  it('throws what the source throws', async () => {
    const error = new Error('the disk is gone');
    const source = new Readable({ read: () => {} });
    source.push('535 Login fail\n');
    source.destroy(error);
    await expect(explain(source)).rejects.toBe(error);
  });

  it('takes a text, its pieces, bytes and streams alike', async () => {
    const text = 'a\nError: Invalid login: 535 登录失败\n';
    const sources = [text, [text], text.split(''), [Buffer.from(text)], Readable.from([text])];
    for (const source of sources) {
      const { findings } = await explain(source);
      expect(findings).toMatchObject([{ line: 2, reply: { text: '535 登录失败' } }]);
    }
  });

  it.each([
    '{"code":"\\q","response":"535 \\u12 No"}',
    '{"code":"EAUTH","response":"535 No',
    '{"response":"","code":5,"port":99999}',
    '{"log":"{\\"response\\":\\"535 No\\"}"}',
    "response: '\\u12 \\x' +",
    'port: 99999999999',
  ])('does not stumble over %s', async (text) => {
    const { findings } = await explain(`${text}\nError: Invalid login: 535 No`);
    expect(findings.map(({ cause }) => cause)).toContain('auth-failed');
  });

  it('gives a valid document, whatever it is given', async () => {
    const words = [
      '550',
      'Error:',
      '5.7.1',
      'smtp',
      "response: '",
      '\\n',
      '\u001b[2J',
      '{',
      '"code":',
    ];
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: random(40) }, () => {
        const word = words[random(words.length)] ?? '';
        return word + (random(4) ? ' ' : '\n');
      }).join('');
      const { findings, ok, exitCode } = expectValidExplanation(await explain(text));
      expect({ ok, exitCode }).toEqual({
        ok: findings.length > 0,
        exitCode: findings.length ? 0 : 1,
      });
      for (const { line, reply } of findings) {
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
        expect(reply?.text ?? '').not.toMatch(/(?!\n)\p{Cc}/u);
      }
    }
  });
});
