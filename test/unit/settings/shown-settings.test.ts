import { describe, expect, it } from 'vitest';
import { shownSetting } from '../../../src/settings/shown-settings.js';

describe('a sender', () => {
  it.each([
    'Aa2#Bb3<Cc4%Dd5@Ee6Ff7',
    'Aa2 Bb3>Cc4@Ee6Ff7',
    'pass=x Name <a@b.example>',
    'Aa2#Aa2%Aa2@Aa2密Aa2;Aa2Aa2#',
    'Aa2#Bb3@Cc4Dd5',
    'me=Aa2#Aa2#Aa2%Aa2 Aa2#Aa2Aa2@mail.example/',
    'me=zebra#1 hunter@mail.example',
    'me zebra$hunter a@mail.example',
    'me Aa2Bb3Cc4 a@mail.example',
    'Aa2Bb3=Cc4@mail.example',
    'zebra#hunter@mail.example',
    'zebra%hunter!@mail.example',
    'a@mail.example zebra^hunter',
    'a@mail.example zebraHunter77',
    'me Aa2Aa2Aa2Aa2@mail.example/',
    'me zebra@mail.example/',
    'me Aa2Aa2Aa2@mail.example',
    'smtp.mail.example 465 a@mail.example zebra',
    'a@mail.example/zebra',
    '"me=zebra" hunter#1@mail.example',
    'zebrahunter@smtp.mail.example',
    'zebrahunter@SMTP-relay.mail.example',
    'Name <zebrahunter@imap.mail.example>',
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
    'a1b2c3d4@mail.example',
    '"Tailchat" a1b2c3d4@mail.example',
    'Tailchat <a1b2c3d4@mail.example>',
    'a@mail.example;',
    'a@mail.example (Tailchat)',
    '"Tailchat" me@qq.com',
    '\\"Tailchat\\" a@b.example',
    'Tail # chat <a@b.example>',
    '$NAME <a@b.example>',
    'Tailchat <a@b.example> # sender',
    'R&D (Office365) noreply+mail@b.example',
    "Web2Print, O'Brien & Co. o'brien@b.example",
    '“Tailchat” 通知 <a@b.example>',
    '团队通知 a@b.example',
    'Chat: prod <x@y.example>',
    'bounce=me@b.example',
    '<a@b.example>',
    'Tailchat ＜x@y.example＞',
  ])('%s is shown', (value) => {
    expect(shownSetting('SMTP_SENDER', value, false)).toBe(value);
  });
});
