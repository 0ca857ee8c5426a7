import type { Provider } from '../provider.js';

/** Zimbra Collaboration. It greets as Postfix does, so that only its host name tells. */
export const zimbra: Provider = {
  id: 'zimbra',
  kind: 'software',
  name: { en: 'Zimbra', 'zh-CN': 'Zimbra' },
  checked: '2026-11-23',
  servers: [],
  user: { form: 'address' },
  advice: {
    'auth-failed': {
      en: 'Look at the account for a lockout (zmprov ga <address> zimbraAccountStatus); with two-factor authentication use an application passcode',
      'zh-CN':
        '检查账户是否被锁定（zmprov ga <地址> zimbraAccountStatus）；若开启两步验证，请使用 application passcode',
    },
    'account-suspended': {
      en: 'Set the account active again: zmprov ma <address> zimbraAccountStatus active',
      'zh-CN': '重新启用账户：zmprov ma <地址> zimbraAccountStatus active',
    },
    'sender-mismatch': {
      en: 'Allow the address: zmprov ma <address> zimbraAllowFromAddress <sender>, or see zimbraMtaSmtpdSenderLoginMaps',
      'zh-CN':
        '允许该发件地址：zmprov ma <地址> zimbraAllowFromAddress <发件地址>，或检查 zimbraMtaSmtpdSenderLoginMaps',
    },
    'relay-denied': {
      en: 'Log in, or add this machine to zimbraMtaMyNetworks: zmprov ms <server> zimbraMtaMyNetworks "127.0.0.0/8 <address>/32"',
      'zh-CN':
        '登录后发信，或把本机加入 zimbraMtaMyNetworks：zmprov ms <服务器> zimbraMtaMyNetworks "127.0.0.0/8 <IP>/32"',
    },
    'auth-needs-tls': {
      en: 'Use port 465, or 587 with STARTTLS: zimbraMtaTlsAuthOnly is TRUE',
      'zh-CN': '使用端口 465，或 STARTTLS 端口 587：zimbraMtaTlsAuthOnly 为 TRUE',
    },
    'rate-limited': {
      en: 'Raise the quota in cbpolicyd, or wait until its period has passed',
      'zh-CN': '提高 cbpolicyd 中的配额，或等待其周期结束',
    },
    'server-error': {
      en: 'Run on the server zmcontrol status as zimbra, and restart saslauthd: zmsaslauthdctl restart',
      'zh-CN':
        '在服务器上以 zimbra 用户执行 zmcontrol status，并重启 saslauthd：zmsaslauthdctl restart',
    },
  },
  pages: { smtp: 'https://zimbra.github.io/documentation/zimbra-10/adminguide.html' },
  replies: [
    // cbpolicyd, its policy daemon.
    { words: /message (?:count|cumulative size) quota exceeded/i, cause: 'rate-limited' },
  ],
};
