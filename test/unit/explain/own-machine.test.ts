import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const told = async (text: string) => {
  const { findings } = await explain([text]);
  expect(findings.map(({ cause }) => cause)).toEqual(['connection-refused']);
  return findings.map(({ explanation }) => explanation).join();
};
const PROPERTIES = ['errno: -111,', "code: 'ECONNREFUSED',", "syscall: 'connect',"];

describe('a connection that was refused by the machine itself', () => {
  it.each([
    'connect ECONNREFUSED 127.0.0.1:587',
    'ECONNREFUSED 127.0.0.1:587',
    'ECONNREFUSED ::1:587',
    '连接 127.0.0.1:587 失败 ECONNREFUSED',
    '连接被拒绝 127.0.0.1:25',
    '由于目标计算机积极拒绝，无法连接。 127.0.0.1:25',
    'telnet: connect to address 127.0.0.1: Connection refused',
    'nc: connect to localhost port 587 (tcp) failed: Connection refused',
    'curl: (7) Failed to connect to 127.0.0.1 port 587: Connection refused',
    'Could not connect to SMTP host: localhost, port: 25; Connection refused',
    "Couldn't connect to host, port: localhost, 25; timeout -1; Connection refused",
    [...PROPERTIES, "address: '127.0.0.1',", 'port: 587,'].join('\n  '),
    '{"errno":-111,"code":"ECONNREFUSED","syscall":"connect","address":"127.0.0.1","port":587}',
  ])('is told as such: %s', async (text) => {
    expect(await told(text)).toMatch(/^The connection went to the connecting machine/);
  });

  it.each([
    'nc: connect to mail.x.cn port 587 (tcp) failed: Connection refused',
    'connect to mail.x.cn[192.0.2.1]:25 from 127.0.0.1: Connection refused',
    'connect to mail.x.cn:465 through the proxy 127.0.0.1:7890: Connection refused',
    [...PROPERTIES, "address: '192.0.2.1',", 'port: 587,'].join('\n  '),
  ])('is told of no other: %s', async (text) => {
    expect(await told(text)).not.toContain('The connection went to');
  });

  it.each([
    'curl: (7) Failed to connect to localhost port 8080: Connection refused',
    'curl: (7) Failed to connect to chat.x.cn port 443: Connection refused',
    'ssh: connect to host chat.x.cn port 22: Connection refused',
  ])('is not mail at a port of something else: %s', async (text) => {
    expect((await explain([text])).findings).toEqual([]);
  });
});
