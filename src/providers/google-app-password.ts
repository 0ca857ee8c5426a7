import type { PasswordForm } from './provider.js';

/** What Google wants for a password, whichever of its servers it is. */
export const googleAppPassword: PasswordForm = {
  kind: 'app-password',
  name: { en: 'App password', 'zh-CN': '应用专用密码' },
  where: {
    en: 'switch on 2-Step Verification for the Google Account, then myaccount.google.com/apppasswords',
    'zh-CN': '先为 Google 账号开启两步验证，再打开 myaccount.google.com/apppasswords',
  },
  shape: {
    matches: /^(?:[a-z]{4} ?){4}$/i,
    words: { en: '16 letters', 'zh-CN': '16 个字母' },
  },
};
