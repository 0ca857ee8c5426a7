import type { Provider } from '../provider.js';

/** Rspamd, the filter behind Postfix, Exim, mailcow, Mailu and others. */
export const rspamd: Provider = {
  id: 'rspamd',
  kind: 'software',
  name: { en: 'Rspamd', 'zh-CN': 'Rspamd' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bSpam message rejected\b|\bRatelimit "[^"]{1,60}" exceeded/,
  advice: {
    'rate-limited': {
      en: 'Raise the rate in local.d/ratelimit.conf, or add the user to its whitelisted_user, then restart rspamd',
      'zh-CN':
        '在 local.d/ratelimit.conf 中提高速率，或把用户加入其中的 whitelisted_user，然后重启 rspamd',
    },
    'content-rejected': {
      en: 'Look the message up in the history of the Rspamd web interface, and correct the symbols with the highest scores',
      'zh-CN': '在 Rspamd 网页界面的 History 中查找该邮件，并处理得分最高的符号',
    },
    greylisted: {
      en: 'Wait for the time of local.d/greylist.conf, or exempt this machine in whitelisted_ip',
      'zh-CN': '等待 local.d/greylist.conf 中的时间，或在 whitelisted_ip 中放行本机',
    },
  },
  pages: {
    'rate-limited': 'https://rspamd.com/doc/modules/ratelimit.html',
    greylisted: 'https://rspamd.com/doc/modules/greylisting.html',
  },
  replies: [
    { words: /ratelimit "[^"]{1,60}" exceeded/i, cause: 'rate-limited' },
    { words: /spam message rejected|gtube pattern/i, cause: 'content-rejected' },
    { words: /\w: virus found: |^matched map: /i, cause: 'content-rejected' },
    // The words of a "soft reject", which is what its greylisting does.
    {
      steps: ['data'],
      words: /^try again later/i,
      codes: [451],
      cause: 'greylisted',
      isOnlyHere: true,
    },
  ],
};
