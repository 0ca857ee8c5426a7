import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { withEngine } from './inside-support.js';
import { folderWith, run, runJson } from './support.js';

const POD = 'deploy/tailchat';
const LANGUAGES = [['en'], ['zh-CN']] as const;

/** A check in a pod whose environment is this one. */
async function inPod(env: Record<string, string>, lang: string, name = POD) {
  const engine = await withEngine({ client: 'kubectl', containers: [{ id: name, name, env }] });
  return await run(['verify', '--in', `kubernetes:${name}`, '--lang', lang], { env: engine });
}

const WORKLOAD = (rest: string) =>
  [
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: tailchat}\nspec:\n  template:\n    spec:',
    `      containers:\n        - {name: core, image: tailchat, ${rest}}\n`,
  ].join('\n');

const held = (kind: string, field: string, uri: string) =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: mail}\n${field}:\n  SMTP_URI: ${uri}\n---\n` +
  WORKLOAD(`envFrom: [{${kind === 'Secret' ? 'secretRef' : 'configMapRef'}: {name: mail}}]`);

describe.concurrent('a check in a pod', () => {
  it.each(LANGUAGES)('never speaks of Compose, without a URI: %s', async (lang) => {
    const { stdout, code } = await inPod({}, lang);
    expect(code).toBe(78);
    expect(stdout).toContain('kubectl rollout restart deploy/tailchat\n');
    expect(stdout).toContain('Secret');
    expect(stdout).not.toMatch(/docker/i);
  });

  it.each(LANGUAGES)('never speaks of Docker for an unknown name: %s', async (lang) => {
    const { stdout } = await inPod({ SMTP_URI: 'smtps://nope.invalid' }, lang);
    expect(stdout).toContain('kubectl get services -A');
    expect(stdout).toContain('kubectl rollout restart deploy/tailchat\n');
    expect(stdout).not.toMatch(/docker/i);
  });

  it.each(LANGUAGES)('names the Service in the place of localhost: %s', async (lang) => {
    const { stdout } = await inPod({ SMTP_URI: 'smtps://localhost:1' }, lang, 'sts/chat');
    expect(stdout).toContain('SERVICE.NAMESPACE.svc');
    expect(stdout).not.toMatch(/docker/i);
  });

  it('names no workload where a pod was named', async () => {
    const { stdout } = await inPod({}, 'en', 'tailchat-5d9');
    expect(stdout).toContain('kubectl rollout restart deployment/NAME\n');
  });
});

describe.concurrent('a manifest', () => {
  it.each(LANGUAGES)('warns of localhost with the words of a cluster: %s', async (lang) => {
    const text = held('Secret', 'stringData', '"smtps://bob:x@localhost:465"');
    const cwd = await folderWith({ 'm.yaml': text });
    const args = ['verify', '--offline', '--settings', 'm.yaml', '--lang', lang];
    const { stdout } = await run(args, { cwd });
    expect(stdout).toContain('SERVICE.NAMESPACE.svc');
    expect(stdout).not.toMatch(/docker/i);
  });

  it.each([
    ['Secret', 'stringData', 'en'],
    ['Secret', 'stringData', 'zh-CN'],
    ['ConfigMap', 'data', 'en'],
  ])('is itself repaired before it is applied: %s %s %s', async (kind, field, lang) => {
    const password = plantPassword();
    const broken = `smtps://bob:${password}/x@mail.example.com:465`;
    const cwd = await folderWith({ 'm.yaml': held(kind, field, `"${broken}"`) });
    const args = ['verify', '--offline', '--settings', 'm.yaml', '--lang', lang];
    const { report } = await runJson(args, { cwd });
    const [write, apply] = report.failure?.nextSteps ?? [];
    expect(write).toContain("SMTP_URI: 'smtps://bob:***@mail.example.com:465'");
    expect(write).toContain('m.yaml:5');
    expect(apply).toContain('kubectl apply -f m.yaml');
    const result = await run(args, { cwd });
    expectNoSecret(result, password);
    const text = result.stdout;
    expect(text).not.toContain('kubectl patch');
    expect(text).toContain(
      'kubectl apply -f m.yaml && kubectl rollout restart deployment/tailchat',
    );
    const shown = (await run([...args, '--show-secrets'], { cwd })).stdout;
    expect(shown).toContain(`bob:${encodeURIComponent(password)}%2Fx@mail.example.com:465`);
  });

  it('with base64 below data gets the line below stringData', async () => {
    const encoded = Buffer.from('smtps://bob:abcdefgh1/x@mail.example.com').toString('base64');
    const cwd = await folderWith({ 'm.yaml': held('Secret', 'data', encoded) });
    const { report } = await runJson(['verify', '--offline', '--settings', 'm.yaml'], { cwd });
    expect(report.failure?.nextSteps[0]).toContain(
      "remove SMTP_URI (m.yaml:5) under data:, and add this under stringData: of the Secret mail: SMTP_URI: 'smtps://bob:***@",
    );
  });

  const URI_OF = (value: string) => `env: [{name: SMTP_URI, ${value}}]`;

  it.each(LANGUAGES)('says of a Secret elsewhere that it is not given: %s', async (lang) => {
    const ref = 'valueFrom: {secretKeyRef: {name: mail, key: uri}}';
    const cwd = await folderWith({ 'm.yaml': WORKLOAD(URI_OF(ref)) });
    const args = ['verify', '--offline', '--settings', 'm.yaml', '--lang', lang];
    const { stdout, code } = await run(args, { cwd });
    expect(code).toBe(78);
    expect(stdout).toMatch(/Secret mail, key uri, which no given file|取自 Secret mail 的键 uri/);
    expect(stdout).toContain('--settings m.yaml --settings FILE');
    expect(stdout).toContain('kubectl describe secret mail');
    expect(stdout).not.toMatch(/SMTP_URI=|is empty|是空的|docker/);
  });

  it.each([
    ['envFrom: [{secretRef: {name: mail}}]', 'uses all of the Secret mail'],
    ['envFrom: [{configMapRef: {name: mail}}]', 'kubectl get configmap mail -o go-template='],
    [
      'env: [{name: PW, valueFrom: {secretKeyRef: {name: mail, key: pw}}}, {name: SMTP_URI, value: "smtps://b:$(PW)@x.org"}]',
      'Secret mail, key pw',
    ],
  ])('and of one that is taken whole, or in part: %s', async (rest, words) => {
    const cwd = await folderWith({ 'm.yaml': WORKLOAD(rest) });
    const { stdout } = await run(['verify', '--offline', '--settings', 'm.yaml'], { cwd });
    expect(stdout).toContain(words);
    expect(stdout).not.toContain('docker');
  });

  it('puts the settings of another application together as YAML', async () => {
    const password = plantPassword();
    const data = `SMTP_HOST: mail.example.com\n  SMTP_USER: bob\n  SMTP_PASS: ${JSON.stringify(password)}`;
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: mail}\nstringData:\n  ${data}\n`;
    const cwd = await folderWith({ 'm.yaml': text });
    const result = await run(['verify', '--offline', '--settings', 'm.yaml'], { cwd });
    expect(result.stdout).toContain('SMTP_HOST, SMTP_USER and SMTP_PASS');
    expect(result.stdout).toContain("SMTP_URI: 'smtp://bob:***@mail.example.com:587/");
    expect(result.stdout).not.toMatch(/docker/);
    expectNoSecret(result, password);
  });

  it.each([
    ['en', /holds \$\(MAIL_PW\), but no variable of this name is set above it/],
    ['zh-CN', /里有 \$\(MAIL_PW\)，而容器的 env: 里，在它上面没有这个变量/],
  ])('warns of a $(NAME) that nothing sets: %s', async (lang, words) => {
    const uri = 'value: "smtps://bob:$(MAIL_PW)@mail.example.com"';
    const cwd = await folderWith({ 'm.yaml': WORKLOAD(URI_OF(uri)) });
    const args = ['verify', '--offline', '--settings', 'm.yaml', '--lang', lang];
    const { report } = await runJson(args, { cwd });
    expect(report.warnings.map(({ message }) => message).join()).toMatch(words);
  });

  it('with a bad SMTP_SENDER is repaired in the file', async () => {
    const text = held('ConfigMap', 'data', 'smtps://mail.example.com\n  SMTP_SENDER: nobody');
    const cwd = await folderWith({ 'm.yaml': text });
    const { report } = await runJson(['verify', '--offline', '--settings', 'm.yaml'], { cwd });
    expect(report.failure?.cause).toBe('sender-invalid');
    expect(report.failure?.nextSteps[0]).toContain("m.yaml:6: SMTP_SENDER: '<SMTP_SENDER>'");
    expect(report.failure?.nextSteps.join('\n')).not.toContain('kubectl patch');
  });
});

describe.concurrent('a manifest without a value', () => {
  const OFFLINE = ['verify', '--offline', '--settings', 'm.yaml'];
  const SENDER_OF = (rest: string) => WORKLOAD(`env: [${rest}{name: SMTP_SENDER, value: a@x.org}]`);

  it.each([
    ['a workload', SENDER_OF('')],
    ['a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mail}\ndata: {A: "1"}\n'],
  ])('gets lines of YAML, and its own name to apply: %s', async (_name, text) => {
    const cwd = await folderWith({ 'm.yaml': text });
    const { stdout } = await run(OFFLINE, { cwd });
    expect(stdout).toContain(
      "Write SMTP_URI: 'smtps://tailchat%40example.com:password@smtp.example.com:465/' under",
    );
    expect(stdout).toContain("- { name: SMTP_URI, value: 'smtps://tailchat%40example.com");
    expect(stdout).toContain('kubectl apply -f m.yaml && kubectl rollout restart deployment/');
    expect(stdout).not.toMatch(/SMTP_URI=|FILE/);
    const chinese = (await run([...OFFLINE, '--lang', 'zh-CN'], { cwd })).stdout;
    expect(chinese).toContain("写上 SMTP_URI: 'smtps://");
    expect(chinese).not.toMatch(/SMTP_URI=|FILE/);
  });

  it('is told where it stands empty, in the form of its place', async () => {
    const cwd = await folderWith({ 'm.yaml': SENDER_OF('{name: SMTP_URI, value: ""}, ') });
    const { stdout } = await run(OFFLINE, { cwd });
    expect(stdout).toMatch(
      /Write "value": "smtps:\/\/tailchat%40example\.com.*" in m\.yaml:\d+, in place of the whole entry/,
    );
  });

  it.each(LANGUAGES)('has only its sender in a Secret that no file holds: %s', async (lang) => {
    const uri = '{name: SMTP_URI, value: "smtps://mail.example"}';
    const sender = '{name: SMTP_SENDER, valueFrom: {secretKeyRef: {name: mail, key: from}}}';
    const cwd = await folderWith({ 'm.yaml': WORKLOAD(`env: [${uri}, ${sender}]`) });
    const { stdout, code } = await run([...OFFLINE, '--lang', lang], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('[sender-untested]');
    expect(stdout).toMatch(/comes from the Secret mail, key from|取自 Secret mail 的键 from/);
    expect(stdout).not.toMatch(/is not set|sends mail without a sender|未设置|refuse/);
  });
});
