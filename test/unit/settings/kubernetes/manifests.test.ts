import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadTexts } from '../../../../src/language/index.js';
import { readSettings } from '../../../../src/settings/settings.js';
import { findValues } from '../../../../src/settings/values.js';
import { warnOfValues } from '../../../../src/smtp/warnings/value-warnings.js';
import { describeWarning } from '../../../../src/words/describe-warning.js';

const signal = new AbortController().signal;
const URI = 'smtps://me%40mail.example:abcd@mail.example:465/?pool=true';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-manifests-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function find(text: string, service?: string, envFiles: string[] | undefined = ['x.yml']) {
  await writeFile(join(folder, 'x.yml'), text);
  return await findValues({ env: {}, cwd: folder, envFiles, service, signal });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const secret = (rest: string, name = 'mail') =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n  namespace: chat\n${rest}\n`;
const workload = (rest: string, kind = 'StatefulSet') => `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: tailchat
spec:
  template:
    spec:
      containers:
        - name: tailchat
          image: moonrailgun/tailchat
${rest.replace(/^(?=.)/gm, '          ')}
`;

async function values(text: string, service?: string) {
  const { uri, sender, problem } = await find(text, service);
  expect(problem).toBeUndefined();
  return [uri?.value.reveal(), sender?.value.reveal()];
}

describe('a manifest', () => {
  it('like Tailchat’s gives its container what stands below env', async () => {
    const text = workload(
      `env:\n  - name: SMTP_URI\n    value: ${URI}\n  - name: SMTP_SENDER\n    value: "T <a@b.cn>"`,
    );
    expect(await values(text)).toEqual([URI, 'T <a@b.cn>']);
    expect((await find(text)).uri?.source).toEqual({ kind: 'file', file: 'x.yml', line: 13 });
  });

  it.each([
    ['data', `data:\n  SMTP_URI: ${base64(URI)}\n  SMTP_SENDER: ${base64('a@b.cn')}`],
    [
      'stringData over data',
      `data:\n  SMTP_URI: ${base64('x')}\n  SMTP_SENDER: ${base64('a@b.cn')}\nstringData:\n  SMTP_URI: ${URI}`,
    ],
  ])('of a Secret alone is decoded: %s', async (_name, rest) => {
    expect(await values(secret(rest))).toEqual([URI, 'a@b.cn']);
  });

  it.each([
    ['envFrom', 'envFrom:\n  - secretRef: { name: mail }\n  - configMapRef: { name: more }'],
    [
      'env over envFrom',
      'envFrom:\n  - secretRef: { name: mail }\nenv:\n  - { name: SMTP_SENDER, value: c@d.cn }',
    ],
    [
      'valueFrom',
      'env:\n  - name: SMTP_URI\n    valueFrom: { secretKeyRef: { name: mail, key: SMTP_URI } }\n  - name: SMTP_SENDER\n    valueFrom: { configMapKeyRef: { name: more, key: SMTP_SENDER } }',
    ],
    [
      'names',
      'env:\n  - { name: SMTP_HOST, value: mail.example }\n  - { name: SMTP_URI, value: "smtps://me%40mail.example:abcd@$(SMTP_HOST):465/?pool=true" }\n  - { name: SMTP_SENDER, value: c@d.cn }',
    ],
  ])('with several documents is put together: %s', async (_name, rest) => {
    const text = [
      secret(`stringData:\n  SMTP_URI: ${URI}\n  SMTP_SENDER: a@b.cn`),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: more }\ndata: { SMTP_SENDER: c@d.cn }\n',
      workload(rest, 'Deployment'),
    ].join('---\n');
    expect(await values(text)).toEqual([URI, 'c@d.cn']);
  });

  it('may be a List, in JSON too', async () => {
    const item = {
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'm' },
      data: { SMTP_URI: URI },
    };
    expect(await values(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item] }))).toEqual(
      [URI, undefined],
    );
  });

  it('is found in a folder that has nothing else', async () => {
    await writeFile(
      join(folder, 'x.yml'),
      workload(`env:\n  - { name: SMTP_URI, value: "${URI}" }`),
    );
    const found = await findValues({ env: {}, cwd: folder, signal });
    expect(found.uri?.value.reveal()).toBe(URI);
    expect(found.service).toBe('tailchat');
  });

  it.each([
    ['data that is no base64', secret(`data:\n  SMTP_URI: ${URI}`), 'bad-base64', 7],
    ['a number', workload('env:\n  - { name: PORT, value: 3000 }'), 'not-text', 12],
    ['a template', secret('stringData:\n  SMTP_URI: {{ .Values.uri | quote }}'), 'template', 7],
    [
      'a template of a container',
      workload('env:\n  - name: SMTP_URI\n    value: {{ .Values.uri | quote }}'),
      ...(['template', 13] as const),
    ],
    [
      'broken YAML',
      workload('env:\n  - name: SMTP_SENDER\n    value: "Tailchat" a@b.cn'),
      'text-behind-quote',
      13,
    ],
    [
      'a key that is not there',
      `${secret('stringData: { SMTP_URL: x }')}---\n${workload('env:\n  - name: SMTP_URI\n    valueFrom: { secretKeyRef: { name: mail, key: SMTP_URI } }')}`,
      'key-missing',
      20,
    ],
  ])('that Kubernetes refuses is told: %s', async (_name, text, detail, line) => {
    const { problem } = await find(text);
    expect(problem).toMatchObject({ cause: 'env-file-invalid', facts: { file: 'x.yml', detail } });
    expect(Math.abs((problem?.facts.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  it('one of several in a folder, as Tailchat’s own for a cluster have it, is found', async () => {
    const database = `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: mongo, namespace: chat }\nspec:\n  template:\n    spec:\n      containers:\n        - { name: mongo, image: "mongo:4" }\n`;
    const files = {
      'namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: chat }\n',
      'mongo.yaml': `${database}---\napiVersion: v1\nkind: Service\nmetadata: { name: mongo-service }\nspec: { ports: [{ port: 27017 }] }\n`,
      'redis.yaml': database.replaceAll('mongo', 'redis'),
      'tailchat.yaml': `${workload(`env:\n  - name: SERVICEDIR\n    value: services,plugins\n  - name: SMTP_SENDER\n    value: "\\"Tailchat\\" a@mail.example"\n  - name: SMTP_URI\n    value: ${URI}`)}---\napiVersion: v1\nkind: Service\nmetadata: { name: tailchat }\nspec: { ports: [{ port: 11000 }] }\n`,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const found = await findValues({ env: {}, cwd: folder, signal });
    expect(found.problem).toBeUndefined();
    expect(found.uri?.value.reveal()).toBe(URI);
    expect(found.sender?.value.reveal()).toBe('"Tailchat" a@mail.example');
    expect(found.uri?.source).toMatchObject({ file: 'tailchat.yaml' });
    expect(found.service).toBe('tailchat');
  });

  it('whose Secret no container names is the failure, with the line to add', async () => {
    const text = `${secret(`stringData:\n  SMTP_URI: ${URI}`)}---\n${workload('env: []')}`;
    const result = readSettings(await find(text), ['uri']);
    expect(result).toMatchObject({
      failing: {
        cause: 'uri-missing',
        facts: {
          absent: {
            why: 'unmounted',
            other: 'Secret/mail',
            add: { line: 'envFrom: [{ secretRef: { name: mail } }]' },
          },
        },
      },
    });
  });

  it('with a line end behind the value is read as the server reads it, and the fault is known', async () => {
    const { uri } = await find(secret(`data:\n  SMTP_URI: ${base64(`${URI}\n`)}`));
    expect(uri?.heldIn).toMatchObject({ name: 'mail', fault: 'line-end' });
  });

  it('with a line end behind a value passes with a warning that has the command', async () => {
    const both = `data:\n  SMTP_URI: ${base64(`${URI}\n`)}\n  SMTP_SENDER: ${base64('a@b.example\n')}`;
    const values = await find(secret(both));
    expect(readSettings(values, ['uri', 'sender']).ok).toBe(true);
    const warnings = warnOfValues(values.remarks, false);
    expect(warnings.map(({ code }) => code)).toEqual(['line-end-kept', 'line-end-kept']);
    for (const language of ['en', 'zh-CN'] as const) {
      const texts = await loadTexts(language);
      const [first] = warnings.map((warning) => describeWarning(warning, texts).message);
      expect(first).toMatch(/under data:|data: 下面/);
      expect(first).not.toContain('kubectl patch');
    }
  });

  it.each([
    ['SMTP_URL', URI],
    ['smtp_uri', URI],
    ['SMTP-URI', URI],
    ['uri', URI],
    ['MAIL_URL', URI],
    ['SMTP_UIR', URI],
  ])('under the key %s is the failure, with the command that puts it right', async (key, value) => {
    const text = `${secret(`stringData:\n  ${key}: ${value}`)}---\n${workload('envFrom:\n  - secretRef: { name: mail }')}`;
    const result = readSettings(await find(text), ['uri']);
    if (result.ok) throw new Error('it passes');
    const { cause, facts } = result.failing;
    expect(facts.absent).toMatchObject({ why: 'wrong-key', other: 'Secret/mail', heldAs: key });
    for (const language of ['en', 'zh-CN'] as const) {
      const { title, nextSteps } = (await loadTexts(language)).causes[cause](facts);
      expect(title).toContain(key);
      expect(nextSteps.join('\n')).toContain("SMTP_URI: '<SMTP_URI>'");
      expect(nextSteps.join('\n')).not.toContain('abcd');
    }
  });

  it.each([
    ['still-base64', `data:\n  SMTP_URI: ${base64(base64(URI))}`],
    ['still-base64', `stringData:\n  SMTP_URI: ${base64(URI)}`],
    ['quotes', `data:\n  SMTP_URI: ${base64(`"${URI}"`)}`],
  ])('with the fault %s is told with the command that repairs it: %j', async (fault, rest) => {
    const result = readSettings(await find(secret(rest)), ['uri']);
    if (result.ok) throw new Error('it passes');
    const { cause, facts } = result.failing;
    expect(facts.heldIn).toMatchObject({ kind: 'Secret', name: 'mail', key: 'SMTP_URI', fault });
    for (const language of ['en', 'zh-CN'] as const) {
      const { nextSteps } = (await loadTexts(language)).causes[cause](facts);
      expect(nextSteps.join('\n')).toContain("SMTP_URI: '<SMTP_URI>'");
      expect(nextSteps.join('\n')).toContain('kubectl apply -f ');
      expect(nextSteps.join('\n')).not.toContain('abcd');
    }
  });
});
