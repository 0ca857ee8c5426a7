import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson } from './support.js';

const URI = 'smtps://me:Wq7Zx9Kv3Tn5@smtp.example:465/';
const secret = (namespace: string) =>
  [
    ...['apiVersion: v1', 'kind: Secret', `metadata: { name: mail${namespace} }`, 'stringData:'],
    ...[`  SMTP_URI: ${URI}`, '  SMTP_SENDER: a@x.org', ''],
  ].join('\n');
const workload = (namespace: string, ...rest: string[]) =>
  [
    ...['apiVersion: apps/v1', 'kind: Deployment', `metadata: { name: tailchat${namespace} }`],
    ...['spec:', '  template:', '    spec:', '      containers:', '        - name: core'],
    ...['          image: tailchat', ...rest, ''],
  ].join('\n');
const FROM = '          envFrom: [{ secretRef: { name: mail } }]';
const KEY = [
  ...['          env:', '            - name: SMTP_URI', '              valueFrom:'],
  '                secretKeyRef: { name: mail, key: SMTP_URI }',
];

const verify = async (files: Record<string, string>, ...more: string[]) => {
  const cwd = await folderWith(files);
  const named = Object.keys(files).flatMap((file) => ['--settings', file]);
  return await runJson(['verify', '--offline', ...named, ...more], { cwd });
};

describe.concurrent('a Secret and a pod of two namespaces', () => {
  it.each([
    ['taken whole', [FROM]],
    ['taken by its key', KEY],
  ])('is not the pod’s: %s', async (_, lines) => {
    const files = {
      's.yaml': secret(', namespace: a'),
      'd.yaml': workload(', namespace: b', ...lines),
    };
    const { report } = await verify(files);
    expect(report.exitCode).toBe(78);
    expect(report.failure).toMatchObject({
      cause: 'uri-missing',
      title: 'SMTP_URI in s.yaml:5 is in the namespace a, but the container of tailchat is in b',
      explanation: expect.stringContaining('If b has no Secret mail, the container does not start'),
    });
    const zh = await verify(files, '--lang', 'zh-CN');
    expect(zh.report.failure?.title).toBe(
      's.yaml:5 中的 SMTP_URI 在命名空间 a 里，而 tailchat 的容器在 b 里',
    );
    const mended = await verify({ ...files, 's.yaml': secret(', namespace: b') });
    expect(mended.report.failure).toBeNull();
  });

  it.each([
    ['', ', namespace: b'],
    [', namespace: a', ''],
    ['', ''],
  ])('may be one where a manifest leaves it open: %j, %j', async (ofSecret, ofPod) => {
    const { report } = await verify({
      's.yaml': secret(ofSecret),
      'd.yaml': workload(ofPod, FROM),
    });
    expect(report.failure).toBeNull();
  });

  it('the one of the pod’s own namespace is read', async () => {
    const { report } = await verify({
      'a.yaml': secret(', namespace: a').replace('smtp.example', 'other.example'),
      's.yaml': secret(', namespace: b'),
      'd.yaml': workload(', namespace: b', FROM),
    });
    expect(report.settings.host).toBe('smtp.example');
  });
});

describe.concurrent('an entry of env: without a value', () => {
  it.each([["value: ''"], ['value:']])(
    'overrides the Secret, which is named: %s',
    async (value) => {
      const env = ['          env:', '            - name: SMTP_URI', `              ${value}`];
      const files = { 's.yaml': secret(''), 'd.yaml': workload('', FROM, ...env) };
      const { report } = await verify(files);
      expect(report.failure).toMatchObject({
        title: 'd.yaml:13 leaves SMTP_URI empty, whatever s.yaml:5 says',
        explanation: expect.stringContaining('env: of the container wins over envFrom'),
      });
      expect(report.failure?.nextSteps).toEqual([
        'Remove SMTP_URI from d.yaml:13, or write the value there',
        'Then apply the manifest: kubectl apply -f d.yaml',
      ]);
      const mended = await verify({ 's.yaml': secret(''), 'd.yaml': workload('', FROM) });
      expect(mended.report.failure).toBeNull();
    },
  );
});

describe.concurrent('--service beside manifests', () => {
  it('that have no workload is refused', async () => {
    const cwd = await folderWith({ 's.yaml': secret('') });
    const args = ['verify', '--offline', '--settings', 's.yaml', '--service', 'nosuch'];
    const { code, stdout } = await run(args, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain('The manifests have no workload, so --service names nothing');
    expect(stdout).toContain('1. Leave out --service');
    expect(stdout).not.toContain('docker compose');
  });

  it('names the workloads that are there', async () => {
    const { report } = await verify(
      { 's.yaml': secret(''), 'd.yaml': workload('', FROM) },
      ...['--service', 'nosuch'],
    );
    expect(report.failure).toMatchObject({
      title: 'The manifests have no workload or container nosuch',
      explanation: 'The workloads are tailchat.',
      nextSteps: ['Check the name, here or after --service'],
    });
  });
});

it('an entry without a value is replaced by one that has it', async () => {
  const NAMES = ['          env:', '            - name: SMTP_URI'];
  const sender = ['            - name: SMTP_SENDER', '              value: a@x.org'];
  const text = workload('', ...NAMES, ...sender);
  const { report } = await verify({ 'd.yaml': text });
  const line =
    "- { name: SMTP_URI, value: 'smtps://tailchat%40example.com:password@smtp.example.com:465/' }";
  expect(report.failure?.nextSteps[0]).toContain(`Write ${line} in d.yaml:11`);
  const mended = await verify({ 'd.yaml': text.replace('- name: SMTP_URI', line) });
  expect(mended.report.failure?.cause).not.toBe('uri-missing');
  expect(mended.report.failure?.cause).not.toBe('env-file-invalid');
});
