import { describe, expect, it } from 'vitest';
import { folderWith, runJson } from './support.js';

const SECRET = [
  ...['apiVersion: v1', 'kind: Secret', 'metadata: { name: mail }', 'stringData:'],
  ...['  SMTP_URI: smtps://me:Wq7Zx9Kv3Tn5@smtp.example:465/', '  SMTP_SENDER: a@x.org', ''],
].join('\n');
const workload = (lines: readonly string[]) =>
  [
    ...['apiVersion: apps/v1', 'kind: Deployment', 'metadata: { name: tailchat }', 'spec:'],
    ...['  template:', '    spec:', '      containers:', ...lines, ''],
  ].join('\n');
const container = (...rest: string[]) =>
  workload(['        - name: core', '          image: tailchat', ...rest]);
const OTHER = ['apiVersion: v1', 'kind: ConfigMap', 'metadata: { name: b }', 'data: { A: b }', ''];

const verify = async (text: string, lang = 'en') => {
  const files = { 'd.yaml': text, 's.yaml': `${SECRET}---\n${OTHER.join('\n')}` };
  const args = ['--settings', 'd.yaml', '--settings', 's.yaml', '--lang', lang];
  return await runJson(['verify', '--offline', ...args], { cwd: await folderWith(files) });
};

/** Does what a step says of the manifest, by its words alone. */
function follow(step: string, text: string): string {
  const lines = text.split('\n');
  const [, key, added] =
    /^Add this line under (?:(envFrom): of )?the container core in d\.yaml: (.+)$/.exec(step) ?? [];
  const [, number, changed] = /^Change d\.yaml:(\d+) to: (.+)$/.exec(step) ?? [];
  if (added !== undefined) {
    const at = lines.findIndex((one) => one.includes(key ?? 'name: core'));
    lines.splice(at + 1, 0, (key ? '            ' : '          ') + added);
  } else if (changed !== undefined) lines[Number(number) - 1] = `          ${changed}`;
  else {
    expect(step).toContain('in the form used there');
    const item = /^Add (.+) to /.exec(step)?.[1] ?? '';
    const isKey = item.startsWith('envFrom');
    const at = lines.findIndex((one) => one.includes(isKey ? 'image: tailchat }' : 'envFrom: ['));
    lines[at] = (lines[at] ?? '').replace(isKey ? ' }' : ']', `, ${item}${isKey ? ' }' : ']'}`);
  }
  return lines.join('\n');
}

describe.concurrent('a Secret that the container does not take', () => {
  it.each([
    ['no envFrom', container()],
    ['other variables', container('          env:', '            - { name: A, value: b }')],
    ['a list', container('          envFrom:', '            - configMapRef: { name: b }')],
    ['a list in brackets', container('          envFrom: [{ configMapRef: { name: b } }]')],
    ['an empty list', container('          envFrom: []')],
    ['a container in braces', workload(['        - { name: core, image: tailchat }'])],
  ])('arrives as told, where it has %s', async (_, text) => {
    const { report } = await verify(text);
    expect(report.failure?.title).toContain('SMTP_URI is in s.yaml:5, but the container of');
    const [step = ''] = report.failure?.nextSteps ?? [];
    expect(step).not.toContain('the service');
    const changed = follow(step, text);
    const after = await verify(changed);
    expect({ step, changed, failure: after.report.failure }).toMatchObject({ failure: null });
    expect(after.report.settings).toMatchObject({ host: 'smtp.example', sender: 'a@x.org' });
    const zh = await verify(text, 'zh-CN');
    expect(zh.report.failure?.nextSteps[0]).toMatch(/容器 core|d\.yaml:\d+ 改成/);
  });
});
