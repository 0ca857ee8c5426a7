import type { Provider } from '../provider.js';

/** Mailu. Its front is nginx, behind it are Postfix, Dovecot and Rspamd. */
export const mailu: Provider = {
  id: 'mailu',
  kind: 'software',
  name: { en: 'Mailu', 'zh-CN': 'Mailu' },
  checked: '2026-11-23',
  servers: [],
  // The greeting is that of any nginx, so only its own sentences tell.
  mark: /temporary authentication failure \(rate-limit|you are sending too many emails too fast/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: {
      en: 'Password of the user, or an authentication token',
      'zh-CN': '用户密码或认证令牌（Authentication token）',
    },
    where: {
      en: 'Mailu admin > Authentication tokens, for the address of this machine',
      'zh-CN': 'Mailu 管理界面 > Authentication tokens，可限定本机 IP',
    },
  },
  advice: {
    'rate-limited': {
      en: 'Raise MESSAGE_RATELIMIT in mailu.env, or add the address to MESSAGE_RATELIMIT_EXEMPTION',
      'zh-CN': '提高 mailu.env 中的 MESSAGE_RATELIMIT，或把该地址加入 MESSAGE_RATELIMIT_EXEMPTION',
    },
    'auth-throttled': {
      en: 'Wait, or add this machine to AUTH_RATELIMIT_EXEMPTION in mailu.env (see also AUTH_RATELIMIT_IP and AUTH_RATELIMIT_USER)',
      'zh-CN':
        '稍后再试，或把本机加入 mailu.env 的 AUTH_RATELIMIT_EXEMPTION（另见 AUTH_RATELIMIT_IP 和 AUTH_RATELIMIT_USER）',
    },
    'auth-mechanism-unsupported': {
      en: 'Use port 465, or 587 with STARTTLS: port 25 of Mailu takes no login',
      'zh-CN': '使用端口 465，或 STARTTLS 端口 587：Mailu 的端口 25 不接受登录',
    },
    'sender-mismatch': {
      en: 'Make the address an alias of the user, or allow the user "Enable sender spoofing" in the Mailu admin',
      'zh-CN': '把该地址设为该用户的别名，或在 Mailu 管理界面为其开启 “Enable sender spoofing”',
    },
  },
  pages: {
    'rate-limited': 'https://mailu.io/master/configuration.html#mail-settings',
    'auth-throttled': 'https://mailu.io/master/configuration.html',
  },
  replies: [
    // It says this through Postfix, as "SASL login name rejected".
    { words: /sending too many e-?mails too fast/i, cause: 'rate-limited' },
    { words: /temporary authentication failure \(rate-limit/i, cause: 'auth-throttled' },
    { steps: ['auth'], words: /^AUTH not supported/i, cause: 'auth-mechanism-unsupported' },
  ],
};
