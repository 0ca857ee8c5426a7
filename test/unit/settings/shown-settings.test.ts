import { describe, expect, it } from 'vitest';
import { shownSetting } from '../../../src/settings/shown-settings.js';

describe('a sender', () => {
  it.each([
    'Aa2#Bb3<Cc4%Dd5@Ee6Ff7',
    'Aa2 Bb3>Cc4@Ee6Ff7',
    'pass=x Name <a@b.example>',
    'Aa2#Aa2%Aa2@Aa2密Aa2;Aa2Aa2#',
    'Aa2#Bb3@Cc4Dd5',
  ])('that may be a password, %s, is shown to nobody', (value) => {
    expect(shownSetting('SMTP_SENDER', value, false)).toBe('***');
    expect(shownSetting('SMTP_SENDER', value, true)).toBe(value);
  });

  it.each([
    'a@localhost',
    'a@mailpit',
    'a@MAIL.example',
    'a@邮件.中国',
    'a@[10.0.0.1]',
    'a_b@my_host.example',
    'Name <a@localhost>',
    'Name <a@mail.example',
  ])('%s is shown', (value) => {
    expect(shownSetting('SMTP_SENDER', value, false)).toBe(value);
  });
});
