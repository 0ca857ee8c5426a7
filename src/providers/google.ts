import type { PasswordForm, ProviderDelivery } from './provider.js';

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

/** How mail leaves Google, whichever of its servers takes it. */
export const googleDelivery = {
  spf: {
    value: '_spf.google.com',
    source: 'https://knowledge.workspace.google.com/kb/how-to-define-your-spf-record-000008006',
    checked: '2026-11-27',
  },
  dkim: {
    value: { form: 'usual', selectors: ['google'] },
    source: 'https://mxio.io/providers/google-workspace',
    checked: '2026-02-27',
  },
} satisfies ProviderDelivery;
