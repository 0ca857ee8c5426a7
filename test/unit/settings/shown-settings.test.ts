import { describe, expect, it } from 'vitest';
import { shownSetting } from '../../../src/settings/shown-settings.js';

describe('a sender', () => {
  it.each(['Aa2#Bb3<Cc4%Dd5@Ee6Ff7', 'Aa2 Bb3>Cc4@Ee6Ff7', 'pass=x Name <a@b.example>'])(
    'that may be a password, %s, is shown to nobody',
    (value) => {
      expect(shownSetting('SMTP_SENDER', value, false)).toBe('***');
      expect(shownSetting('SMTP_SENDER', value, true)).toBe(value);
    },
  );

  it.each(['a@localhost', 'Name <a@localhost>', 'Name <a@mail.example'])('%s is shown', (value) => {
    expect(shownSetting('SMTP_SENDER', value, false)).toBe(value);
  });
});
