import { describe, expect, it } from 'vitest';
import { Conversation } from '../../../src/diagnosis/conversation.js';

/** A conversation that was greeted. */
function greeted(): Conversation {
  const conversation = new Conversation();
  expect(conversation.reply()).toBe('greeting');
  return conversation;
}

describe('Conversation', () => {
  it.each([
    ['EHLO me.example', 'ehlo'],
    ['HELO me.example', 'ehlo'],
    ['STARTTLS', 'starttls'],
    ['AUTH PLAIN /* secret */', 'auth'],
    ['MAIL FROM:<a@x.org> SIZE=1', 'mail-from'],
    ['RCPT TO:<a@x.org>', 'rcpt-to'],
    ['DATA', 'data'],
    ['RSET', null],
    ['QUIT', null],
    ['NOOP', null],
  ])('%j belongs to %s, and so does its reply', (line, step) => {
    const conversation = greeted();
    expect(conversation.command(line)).toBe(step);
    expect(conversation.reply()).toBe(step);
  });

  it('gives replies to pipelined commands in the order of the commands', () => {
    const conversation = greeted();
    const lines = ['MAIL FROM:<a@x>', 'RCPT TO:<b@x>', 'RCPT TO:<c@x>', 'DATA'];
    for (const line of lines) conversation.command(line);
    const steps = lines.map(() => conversation.reply());
    expect(steps).toEqual(['mail-from', 'rcpt-to', 'rcpt-to', 'data']);
  });

  it('gives the reply to the message itself to data', () => {
    const conversation = greeted();
    conversation.command('DATA');
    expect(conversation.reply()).toBe('data');
    expect(conversation.reply()).toBe('data');
    conversation.command('QUIT');
    expect(conversation.reply()).toBeNull();
  });

  it('knows a command that was sent before the greeting came', () => {
    const conversation = new Conversation();
    conversation.command('EHLO me');
    expect(conversation.reply()).toBe('greeting');
    expect(conversation.reply()).toBe('ehlo');
  });

  it('takes the lines after a challenge for a part of the login', () => {
    const conversation = greeted();
    for (const line of ['AUTH LOGIN', 'bWVAeC5vcmc=', '/* secret */', '']) {
      expect(conversation.command(line)).toBe('auth');
      expect(conversation.reply()).toBe('auth');
    }
    expect(conversation.command('MAIL FROM:<a@x>')).toBe('mail-from');
    expect(conversation.reply()).toBe('mail-from');
  });

  // A user name in base64 may look like a verb in other letters: these are `xyh` and `E!-`.
  it.each(['eHlo', 'RSEt'])('takes the user %j for a part of the login', (line) => {
    const conversation = greeted();
    conversation.command('AUTH LOGIN');
    expect(conversation.reply()).toBe('auth');
    expect(conversation.command(line)).toBe('auth');
    expect(conversation.reply()).toBe('auth');
  });

  it.each(['RSET', 'QUIT'])('does not take %s after a login for a part of it', (verb) => {
    const conversation = greeted();
    conversation.command('AUTH PLAIN x');
    expect(conversation.reply()).toBe('auth');
    expect(conversation.command(verb)).toBeNull();
    expect(conversation.reply()).toBeNull();
  });

  it('follows EHLO, STARTTLS and EHLO again', () => {
    const conversation = greeted();
    for (const [line, step] of [
      ['EHLO me', 'ehlo'],
      ['STARTTLS', 'starttls'],
      ['EHLO me', 'ehlo'],
    ] as const) {
      expect(conversation.command(line)).toBe(step);
      expect(conversation.reply()).toBe(step);
    }
  });
});
