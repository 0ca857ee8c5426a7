import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson } from './support.js';

const URI = 'smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:465/';
const ENCODED = Buffer.from(URI).toString('base64');
const secret = (field: string, value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: mail }\n${field}:\n  SMTP_URI: ${value}\n` +
  '  SMTP_SENDER: YUB4Lm9yZw==\n';
const VERIFY = ['verify', '--offline', '--settings', 'm.yaml'];

describe.concurrent('data of a Secret', () => {
  it.each([
    ['cut', ENCODED.slice(0, 41)],
    ['cut by its padding', ENCODED.replace(/=+$/, '')],
    ['broken over lines', `>-\n    ${ENCODED.slice(0, 40)}\n    ${ENCODED.slice(40)}`],
    ['for URLs', `${ENCODED.slice(0, 40)}-_`],
  ])('that is base64, but %s: the value itself is to be written', async (_, value) => {
    const cwd = await folderWith({ 'm.yaml': secret('data', value) });
    const { report } = await runJson(VERIFY, { cwd });
    expect(report.failure?.title).toBe(
      'm.yaml:5: the value of SMTP_URI under data is not valid base64',
    );
    expect(report.failure?.nextSteps).toEqual([
      "Remove the line, and write the value itself, not base64, under stringData: SMTP_URI: 'smtps://tailchat%40example.com:password@smtp.example.com:465/'",
    ]);
    const { stdout } = await run([...VERIFY, '--lang', 'zh-CN'], { cwd });
    expect(stdout).toContain('在 stringData: 下面直接写原值，不要 base64：SMTP_URI:');
    expect(stdout).not.toContain(value);
    const text = secret('data', value).replace(
      / {2}SMTP_URI: [\s\S]*?(?=\n {2}SMTP_SENDER)/,
      '  OTHER: YQ==',
    );
    const after = await folderWith({ 'm.yaml': `${text}stringData:\n  SMTP_URI: '${URI}'\n` });
    expect((await run(VERIFY, { cwd: after })).code).toBe(0);
  });

  it('that was never encoded moves as it is', async () => {
    const cwd = await folderWith({ 'm.yaml': secret('data', `'${URI}'`) });
    const { report } = await runJson(VERIFY, { cwd });
    expect(report.failure?.nextSteps[0]).toContain('Move the line under stringData:');
  });

  it('has its corrected line under stringData, also in a warning', async () => {
    const value = Buffer.from(URI.replace(':465', ':587')).toString('base64');
    const cwd = await folderWith({ 'm.yaml': secret('data', value) });
    const { report } = await runJson(VERIFY, { cwd });
    const warning = report.warnings.find(({ code }) => code === 'port-unlikely');
    expect(warning?.message).toContain(
      "/?requireTLS=true' under stringData: of the Secret, as data: is base64",
    );
    const chinese = await runJson([...VERIFY, '--lang', 'zh-CN'], { cwd });
    expect(chinese.report.warnings[0]?.message).toContain('（放在 Secret 的 stringData: 下面');
  });

  it.each([
    ['ConfigMap', 'data', 'but a ConfigMap is not decoded', '而 ConfigMap 会原样保留'],
    ['Secret', 'stringData', 'but stringData is not decoded', '而 stringData 会原样保留'],
  ])('is told where nothing decodes it: in a %s below %s', async (kind, field, en, zh) => {
    const text = secret(field, ENCODED).replace('kind: Secret', `kind: ${kind}`);
    const cwd = await folderWith({ 'm.yaml': text });
    const { report } = await runJson(VERIFY, { cwd });
    const [fault, write] = report.failure?.nextSteps ?? [];
    expect(fault).toContain(en);
    expect(fault).not.toContain('twice');
    expect(write).toContain("SMTP_URI: '<SMTP_URI>', with the value itself instead of <SMTP_URI>");
    expect((await run([...VERIFY, '--lang', 'zh-CN'], { cwd })).stdout).toContain(zh);
  });
});
