import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import { CAUSES, type Cause, diagnosisOf } from '../../../src/report/causes.js';
import { describeFailure } from '../../../src/words/describe-failure.js';

/** What there is to say of a check in a pod. */
async function told(
  cause: Cause,
  lang: (typeof LANGUAGES)[number],
  isInPod: boolean,
  host: string,
) {
  const failure = describeFailure(
    {
      step: 'connect',
      diagnosis: diagnosisOf(cause),
      facts: { host, port: 465, isOfKubernetes: isInPod, isInPod },
      reply: null,
      suggestion: null,
      refused: [{ address: 'a@x.org', reply: '550 this machine is not allowed 本机' }],
      portsTried: {
        server: { host, port: 465 },
        ports: [465, 587],
        control: { host: 'x.org', open: [] },
      },
    },
    await loadTexts(lang),
  );
  const { title, explanation, nextSteps } = failure;
  return [title, explanation, ...nextSteps].join('\n');
}

describe.each(LANGUAGES)('a failure in a pod, in %s', (lang) => {
  it.each(Object.keys(CAUSES) as Cause[])('%s is told without a machine', async (cause) => {
    for (const host of ['mail.example', '127.0.0.1']) {
      const text = await told(cause, lang, true, host);
      // What a server says stays as it said it.
      const own = text.replaceAll('550 this machine is not allowed 本机', '550');
      expect(text).not.toBe(own);
      expect(own).not.toMatch(/this machine|the machine, or|own machine|本机|for Docker/i);
      expect(own).not.toMatch(/ {2}|Pod Pod|the pod the pod/);
    }
  });

  it('is told of a machine elsewhere', async () => {
    expect(await told('dns-unavailable', lang, false, 'mail.example')).toMatch(/this machine|本机/);
  });
});
