import { expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run } from './support.js';

it('a raw env file is told as Compose reads it, and Compose starts the server anew', async () => {
  const password = plantPassword();
  const uri = `smtps://me:${encodeURIComponent(password)}@smtp.mail.example`;
  const cwd = await folderWith({
    'docker-compose.yml':
      'services:\n  service-core:\n    image: x/tailchat\n    env_file: [{path: docker-compose.env, format: raw}]\n',
    'docker-compose.env': `SMTP_URI="${uri}"\nSMTP_SENDER=me@mail.example\n`,
  });
  const result = await run(['verify', '--offline'], { cwd });
  expectNoSecret(result, password);
  const said = result.stdout + result.stderr;
  expect(result.code).toBe(78);
  expect(said).toContain('Quotation marks are part of the value of SMTP_URI');
  expect(said).not.toMatch(/Docker Compose .*as it was probably meant/);
  expect(said).toContain('docker compose up -d');
  expect(said).not.toContain('docker rm');
});
