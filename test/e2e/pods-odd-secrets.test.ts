import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const PASSWORD = plantPassword();
const URI = `smtps://me:${encodeURIComponent(PASSWORD)}@smtp.example:465/`;
const object = (kind: string, ...rest: string[]) =>
  ['apiVersion: v1', `kind: ${kind}`, 'metadata: { name: mail }', ...rest, ''].join('\n');
const SECRET = object('Secret', 'stringData:', `  SMTP_URI: ${URI}`, '  SMTP_SENDER: a@x.org');
const workload = (...rest: string[]) =>
  [
    ...['---', 'apiVersion: apps/v1', 'kind: Deployment', 'metadata: { name: tailchat }', 'spec:'],
    ...['  template:', '    spec:', '      containers:', '        - name: core'],
    ...['          image: tailchat', ...rest, ''],
  ].join('\n');

async function verify(files: Record<string, string>, lang = 'en') {
  const cwd = await folderWith(files);
  const named = Object.keys(files).flatMap((file) => ['--settings', file]);
  const args = ['verify', '--offline', '--lang', lang, ...named];
  const [told, json] = await Promise.all([run(args, { cwd }), runJson(args, { cwd })]);
  expectNoSecret(told, PASSWORD);
  expectNoSecret(json, PASSWORD);
  return { told: told.stdout + told.stderr, ...json };
}

describe.concurrent('a Secret that is no map', () => {
  it.each([
    ['no blank', [`  SMTP_URI:${URI}`, '  SMTP_SENDER:a@x.org']],
    ['=', [`  SMTP_URI=${URI}`, '  SMTP_SENDER=a@x.org']],
    ['a list', [`  - SMTP_URI=${URI}`, '  - SMTP_SENDER=a@x.org']],
  ])('is refused at its line: %s', async (_, lines) => {
    const { report, told } = await verify({ 'm.yaml': object('Secret', 'stringData:', ...lines) });
    expect(report.exitCode).toBe(78);
    expect(report.failure).toMatchObject({
      title: 'm.yaml:5 is not of the form NAME: value',
      explanation: 'kubectl cannot read the file, so nothing in it is applied.',
      nextSteps: [expect.stringContaining('with a plain colon and a space behind it')],
    });
    expect(told).not.toContain('docker compose');
  });

  it('may be empty', async () => {
    const { report } = await verify({ 'm.yaml': `${SECRET}data:\n` });
    expect(report.failure).toBeNull();
  });
});

describe.concurrent('what the cluster makes a Secret of', () => {
  it.each([
    ['SealedSecret', ['spec:', '  encryptedData:', '    SMTP_URI: AgBy3i4OJSWKPiTy']],
    ['ExternalSecret', ['spec:', '  data:', '    - secretKey: SMTP_URI']],
  ])('is no missing SMTP_URI: %s', async (kind, lines) => {
    const { report } = await verify({ 'm.yaml': object(kind, ...lines) });
    expect(report.failure?.title).toMatch(
      /^SMTP_URI in m\.yaml:\d comes from the Secret mail, key SMTP_URI, which no given file/,
    );
    expect(report.failure?.nextSteps[1]).toContain('--in kubernetes:');
  });

  it('is to be rendered where Kustomize makes it', async () => {
    const text = object('Kustomization', 'secretGenerator:', `- literals: ['SMTP_URI=${URI}']`);
    const { report, told } = await verify({ 'kustomization.yaml': text });
    expect(report.failure).toMatchObject({ cause: 'env-file-invalid' });
    expect(report.failure?.title).toContain('kustomization.yaml tells Kustomize');
    expect(told).toContain('kubectl kustomize FOLDER > rendered.yaml');
    const both = await verify({ 'kustomization.yaml': text, 's.yaml': SECRET });
    expect(both.report.failure).toBeNull();
  });
});

describe.concurrent('a Secret whose names change on the way', () => {
  it.each([
    [
      'prefix',
      ['          envFrom:', '            - prefix: X_', '              secretRef: { name: mail }'],
      'X_SMTP_URI',
      18,
    ],
    [
      'env',
      [
        ...['          env:', '            - name: MAIL_URI', '              valueFrom:'],
        '                secretKeyRef: { name: mail, key: SMTP_URI }',
      ],
      'MAIL_URI',
      18,
    ],
  ])('is told with the name that arrives: %s', async (_, lines, name, line) => {
    const { report } = await verify({ 'm.yaml': SECRET + workload(...lines) });
    expect(report.failure).toMatchObject({
      title: `SMTP_URI is in m.yaml:5, but the container of tailchat gets it as ${name}`,
      explanation: expect.stringContaining(`m.yaml:${line} gives it that name`),
    });
    expect(report.failure?.nextSteps.join('\n')).not.toContain('under stringData');
    const zh = await verify({ 'm.yaml': SECRET + workload(...lines) }, 'zh-CN');
    expect(zh.report.failure?.title).toContain(`得到的名称是 ${name}`);
  });

  it('is not told of a Secret of another namespace where the container takes another one', async () => {
    const key = (name: string) =>
      `            - { name: ${name}, valueFrom: { secretKeyRef: { name: own, key: ${name} } } }`;
    const text =
      SECRET.replace('name: mail', 'name: mail, namespace: a') +
      workload(
        ...['          envFrom: [{ secretRef: { name: mail } }]', '          env:'],
        ...[key('SMTP_URI'), key('SMTP_SENDER')],
      ).replace('name: tailchat', 'name: tailchat, namespace: b');
    const { report } = await verify({ 'm.yaml': text });
    expect(report.failure?.title).toContain('comes from the Secret own, key SMTP_URI');
  });
});

describe.concurrent('an env file beside a manifest', () => {
  const env = { 'd.env': `SMTP_URI=${URI}\nSMTP_SENDER=env@x.org\n` };
  const sender = { 's.yaml': object('Secret', 'stringData: { SMTP_SENDER: secret@x.org }') };
  it.each([
    [{ ...env, ...sender }, 'secret@x.org'],
    [{ ...sender, ...env }, 'env@x.org'],
  ])('counts, and the last file wins', async (files, expected) => {
    const { report } = await verify(files);
    expect(report.failure).toBeNull();
    expect(report.settings).toMatchObject({
      uriSource: { kind: 'file', file: 'd.env', line: 1 },
      sender: expected,
    });
  });

  it('that is not there is told', async () => {
    const cwd = await folderWith(sender);
    const args = ['verify', '--offline', '--settings', 's.yaml', '--settings', 'none.env'];
    const { report } = await runJson(args, { cwd });
    expect(report.failure?.title).toBe('none.env does not exist');
  });
});
