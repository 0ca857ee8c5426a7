import { expect, it } from 'vitest';
import { ID, serverAndEngine, withEngine } from './inside-support.js';
import { runJson } from './support.js';

it.each([
  ['host', []],
  ['bridge', ['loopback-in-container']],
])('127.0.0.1 in a container with the network %s', async (network, expected) => {
  const { settings } = await serverAndEngine();
  const containers = [{ id: ID, name: 'core', env: settings, network }];
  const env = await withEngine({ containers });
  const { report } = await runJson(['verify', '--in', 'core'], { env });
  expect(report.ok).toBe(true);
  const codes = report.warnings.map(({ code }) => code);
  expect(codes.filter((code) => code === 'loopback-in-container')).toEqual(expected);
  const refused = { ...settings, SMTP_URI: 'smtp://127.0.0.1:1/' };
  const other = await withEngine({ containers: [{ id: ID, name: 'core', env: refused, network }] });
  const { report: failed } = await runJson(['verify', '--in', 'core'], { env: other });
  const said = [failed.failure?.explanation, ...(failed.failure?.nextSteps ?? [])].join(' ');
  expect(said.includes('the container itself')).toBe(network === 'bridge');
  expect(said.includes('host.docker.internal')).toBe(network === 'bridge');
});
