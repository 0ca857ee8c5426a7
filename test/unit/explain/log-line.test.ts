import { describe, expect, it } from 'vitest';
import { readLogLine } from '../../../src/explain/log-line.js';

const ERROR = 'Error: Invalid login: 535 5.7.8 No';

describe('readLogLine', () => {
  it.each<[name: string, line: string, service: string]>([
    ['a bare line', ERROR, ''],
    ['Compose', `service-core-1  | ${ERROR}`, 'service-core-1'],
    ['an older Compose', `tailchat_service-core_1   | ${ERROR}`, 'tailchat_service-core_1'],
    ['Compose in colours', `\u001b[36mservice-core-1  | \u001b[0m${ERROR}`, 'service-core-1'],
    [
      'Compose in colours',
      `\u001b[38;5;6mcore-1 |\u001b[0m \u001b[31m${ERROR}\u001b[39m`,
      'core-1',
    ],
    ['--timestamps', `service-core-1  | 2024-06-01T03:12:45.123456789Z ${ERROR}`, 'service-core-1'],
    ['docker logs --timestamps', `2024-06-01T03:12:45.123456789Z ${ERROR}`, ''],
    ['a time zone', `2024-06-01T11:12:45.123+08:00 ${ERROR}`, ''],
    ['a time in brackets', `[2024-06-01T03:12:45.123Z] ${ERROR}`, ''],
    ['a time with a space', `2024-06-01 03:12:45,123 ${ERROR}`, ''],
    ['a time and a tab', `2024-06-01 03:12:45\t${ERROR}`, ''],
  ])('takes off what %s puts before it', (_name, line, service) => {
    expect(readLogLine(line)).toEqual({ service, text: ERROR, indent: 0 });
  });

  it.each([
    [
      '',
      `${JSON.stringify({ log: `${ERROR}\n`, stream: 'stderr', time: '2024-06-01T03:12:45Z' })}`,
    ],
    ['with CRLF', JSON.stringify({ log: `${ERROR}\r\n`, stream: 'stderr', time: '' })],
    ['in colours', JSON.stringify({ log: `\u001b[31m${ERROR}\u001b[39m\n`, stream: 'stderr' })],
    ['with a time', JSON.stringify({ log: `[2024-06-01T03:12:45.123Z] ${ERROR}\n` })],
  ])('unwraps a line of docker’s json-file driver %s', (_name, line) => {
    expect(readLogLine(line)).toEqual({ service: '', text: ERROR, indent: 0 });
  });

  it.each(['{"log":', '{"log":5}', '{"log":"x"', '{"log":null,"stream":"stderr"}'])(
    'leaves alone what only looks like one: %s',
    (line) => {
      expect(readLogLine(line).text).toBe(line);
    },
  );

  it.each([
    ['    at Socket.emit', 4],
    ['service-core-1  |     at Socket.emit', 4],
    ['service-core-1  | 2024-06-01T03:12:45.123456789Z     at Socket.emit', 4],
    ['\u001b[36mservice-core-1  |\u001b[0m     at Socket.emit', 4],
    [JSON.stringify({ log: '    at Socket.emit\n', stream: 'stderr' }), 4],
    ['\tat Socket.emit', 1],
    ['at Socket.emit', 0],
  ])('sees how far %j is indented', (line, indent) => {
    expect(readLogLine(line)).toMatchObject({ text: 'at Socket.emit', indent });
  });

  it('does not take a bar in the text for Compose’s', () => {
    const text = 'smtp://a.example | 535 5.7.8 No';
    expect(readLogLine(text)).toEqual({ service: '', text, indent: 0 });
  });

  it('leaves no control character in the text', () => {
    const evil = '\u001b]52;c;aGk=\u0007535\u001b[2J No\u0008\u009b31m \u202eevil\u2028x\u0000';
    const { text } = readLogLine(`core-1 | ${evil}`);
    expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    expect(text).toMatch(/535.* No/);
  });

  // GB18030, read as Latin-1 by nodemailer and written as UTF-8.
  it.each([
    ['登录失败', 'b5c7c2bccaa7b0dc'],
    ['认证失败', 'c8cfd6a4caa7b0dc'],
  ])('mends %s that was read as Latin-1', (words, hex) => {
    const line = `core-1 | Error: Invalid login: 535 ${Buffer.from(hex, 'hex').toString('latin1')}`;
    expect(readLogLine(line).text).toBe(`Error: Invalid login: 535 ${words}`);
  });

  it.each(['535 登录失败', '535 Échec de l’authentification', '535 déjà vu', '550 Größe'])(
    'leaves %s as it is',
    (text) => expect(readLogLine(text).text).toBe(text),
  );
});
