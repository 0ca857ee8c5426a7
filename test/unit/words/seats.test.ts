import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import type { Seat } from '../../../src/language/texts.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import { CAUSES, type Cause, diagnosisOf } from '../../../src/report/causes.js';
import { maskedHost } from '../../../src/safety/shown-host.js';
import { describeFailure } from '../../../src/words/describe-failure.js';

const THEIRS = '550 this machine is not allowed 本机';

/** What there is to say of a check at a seat. */
async function told(
  cause: Cause,
  lang: (typeof LANGUAGES)[number],
  seat: Seat | undefined,
  host: string,
) {
  const place = seat === 'elsewhere' ? seat : undefined;
  const known = seat === 'elsewhere' ? undefined : seat;
  const failure = describeFailure(
    {
      step: 'connect',
      diagnosis: diagnosisOf(cause),
      facts: {
        host: maskedHost(host, false),
        port: 465,
        isOfKubernetes: known === 'pod',
        seat: known,
        isSentIn: known !== undefined,
      },
      reply: null,
      suggestion: null,
      refused: [{ address: 'a@x.org', reply: THEIRS }],
      portsTried: {
        server: { host: maskedHost(host, false), port: 465 },
        ports: [465, 587],
        control: { host: 'x.org', open: [] },
      },
    },
    await loadTexts(lang),
    place,
  );
  const { title, explanation, nextSteps } = failure;
  return [title, explanation, ...nextSteps].join('\n');
}

describe.each(LANGUAGES)('a failure at its seat, in %s', (lang) => {
  it.each(Object.keys(CAUSES) as Cause[])(
    '%s in a pod is told without a machine',
    async (cause) => {
      for (const host of ['mail.example', '127.0.0.1']) {
        const text = await told(cause, lang, 'pod', host);
        // What a server says stays as it said it.
        const own = text.replaceAll(THEIRS, '550');
        expect(text).not.toBe(own);
        expect(own).not.toMatch(/this machine|connecting machine|own machine|本机|for Docker/i);
        expect(own).not.toMatch(/ {2}|Pod Pod|the pod the pod/);
      }
    },
  );

  // A container has no env file.
  const inside = (Object.keys(CAUSES) as Cause[]).filter((cause) => !cause.startsWith('env-file'));
  it.each(inside)('%s in a container is not told of this machine', async (cause) => {
    for (const host of ['mail.example', 'mail', '127.0.0.1', '2001:db8::1']) {
      const text = (await told(cause, lang, 'container', host)).replaceAll(THEIRS, '550');
      // Who rents out the machine and what guards it are the same for its containers.
      const own = text
        .replace(/(?:hosts|rents out|hosting provider of|security group of) this machine/g, '')
        .replace(/this machine or for Docker/g, '')
        .replace(/本机或 Docker|本机所在的网络|本机防火墙/g, '');
      expect(own).not.toMatch(/this machine|connecting machine|own machine|本机|自己所在的机器/i);
      expect(own).not.toMatch(/--(?:uri|sender|settings|env-format|service|interactive)\b/);
      expect(own).not.toMatch(/where Tailchat runs|Tailchat 所在的环境/);
    }
  });

  it.each(Object.keys(CAUSES) as Cause[])(
    '%s in a pasted text is told of no machine here',
    async (cause) => {
      for (const host of ['mail.example', 'smtp.qq.com', '127.0.0.1']) {
        const own = (await told(cause, lang, 'elsewhere', host)).replaceAll(THEIRS, '550');
        expect(own).not.toMatch(/this (?:machine|network)|unknown here|本机| {2}/i);
      }
    },
  );

  it('is told of this machine otherwise', async () => {
    expect(await told('dns-unavailable', lang, undefined, 'mail.example')).toMatch(
      /this machine|本机/,
    );
  });
});
