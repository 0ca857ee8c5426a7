import type { PageTexts } from '../page-texts.js';
import { duration } from '../plans/outcomes.js';
import { tell } from '../plans/plan.js';

export const page: PageTexts = {
  steps: '步骤',
  status: { ok: '通过', failed: '失败', skipped: '跳过' },
  checks: { ok: '正常', warning: '请留意', failed: '有误', unknown: '未知', skipped: '跳过' },
  took: (ms) => `${ms} 毫秒`,
  total: (ms) =>
    tell(duration(ms), {
      milliseconds: `检查共用时 ${ms} 毫秒。`,
      seconds: ({ seconds }) => `检查共用时 ${seconds} 秒。`,
    }),
  settings: '配置',
  server: '服务器',
  warnings: '警告',
  readers: {
    caption: '各个程序如何读取这一行',
    reader: '程序',
    length: '长度',
    reads: '读取结果',
  },
  certificate: {
    title: '服务器证书',
    subject: '主题',
    issuer: '颁发者',
    names: '名称',
    validTo: '有效期至',
    fingerprint: 'SHA-256 指纹',
  },
  message: '邮件',
  sandbox: '邮件只到了进程内的沙盒，没有别人收到。',
  more: (page) => `关于这个原因的更多说明：${page}`,
  made: (version, date) => `tailchat smtp ${version}，${date}。密码已隐藏。`,
};
