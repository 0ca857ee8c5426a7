import type { PasswordKind } from '../language/interface-texts.js';
import type { Security } from '../report/report.js';

/** What it takes to build a URI for a provider. */
export interface ProviderChoice {
  name: string;
  host: string;
  port: number;
  security: Extract<Security, 'tls' | 'starttls'>;
  passwordKind: PasswordKind;
}

const tls465 = { port: 465, security: 'tls' } as const;
const starttls587 = { port: 587, security: 'starttls' } as const;

/** The providers that prompt mode knows, as their help pages said in November 2026. */
export const PROVIDER_CHOICES: readonly ProviderChoice[] = [
  { name: 'QQ Mail (QQ邮箱)', host: 'smtp.qq.com', ...tls465, passwordKind: 'authorization-code' },
  {
    name: 'Tencent Exmail (腾讯企业邮箱)',
    host: 'smtp.exmail.qq.com',
    ...tls465,
    passwordKind: 'app-password',
  },
  {
    name: 'NetEase 163 (网易163邮箱)',
    host: 'smtp.163.com',
    ...tls465,
    passwordKind: 'authorization-code',
  },
  {
    name: 'NetEase 126 (网易126邮箱)',
    host: 'smtp.126.com',
    ...tls465,
    passwordKind: 'authorization-code',
  },
  { name: 'Gmail', host: 'smtp.gmail.com', ...tls465, passwordKind: 'app-password' },
  { name: 'Microsoft 365', host: 'smtp.office365.com', ...starttls587, passwordKind: 'password' },
  { name: 'iCloud', host: 'smtp.mail.me.com', ...starttls587, passwordKind: 'app-password' },
  { name: 'Yahoo', host: 'smtp.mail.yahoo.com', ...tls465, passwordKind: 'app-password' },
  { name: 'Zoho', host: 'smtp.zoho.com', ...tls465, passwordKind: 'app-password' },
  { name: 'Yandex', host: 'smtp.yandex.com', ...tls465, passwordKind: 'app-password' },
  { name: 'Fastmail', host: 'smtp.fastmail.com', ...tls465, passwordKind: 'app-password' },
  { name: 'SendGrid', host: 'smtp.sendgrid.net', ...tls465, passwordKind: 'api-key' },
  { name: 'Mailgun', host: 'smtp.mailgun.org', ...tls465, passwordKind: 'password' },
  { name: 'Brevo', host: 'smtp-relay.brevo.com', ...starttls587, passwordKind: 'api-key' },
];
