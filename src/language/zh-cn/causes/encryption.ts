import type { Facts } from '../../../report/facts.js';
import {
  demandOfStarttls,
  encryptionHad,
  lackInTls,
  laterEncryption,
  stepsOfEncryptionWanted,
  stepsOfFailedTls,
  stepsOfNoStarttls,
  stepsOfNoVersion,
  stepsOnPlainPort,
  stepsOnTlsPort,
  whyFailedTls,
  whyNoStarttls,
  whyNoVersion,
} from '../../plans/encryption.js';
import { atEnd } from '../../plans/phrases.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { code, SCHEME_AND_PORT, SHOW_CONVERSATION, server, serverWithin } from '../phrases.js';
import { NO_TLS, tlsReason, tlsReasonStep, USUAL_CIPHERS } from './tls-reasons.js';
import { unseenTls } from './unseen-tls.js';
import { ASK_ABOUT_TLS, TLS_FIRST, WANTED_TLS } from './wanted-tls.js';

function wantsStarttls(facts: Facts): CauseText {
  return {
    title: `${server(facts)}要求先建立加密连接`,
    explanation: '服务器要等 STARTTLS 加密之后才会继续。',
    nextSteps: say(stepsOfEncryptionWanted(facts), facts, WANTED_TLS),
  };
}

const ONLY_IN_TRUST = '只能在可信的网络里这样做：中间的任何人都能看到传输的内容';

/** The texts of the causes that lie in the encryption. */
export const encryption = {
  'tls-on-plain-port': (facts) => ({
    title: `${server(facts)}没有在连接后立即启用 TLS，而 SMTP_URI 写的是 smtps://`,
    explanation: paragraph(
      `这个端口用明文应答${code(facts)}，而 smtps:// 一连上就要用 TLS。`,
      tell(laterEncryption(facts), {
        unseen: '邮件服务器的 587 和 25 端口就是这样，之后才用 STARTTLS 切换到 TLS。',
        taken: '这里要之后才用 STARTTLS 切换到 TLS。',
        'not-offered': '这里也不提供 STARTTLS，之后同样无法切换到 TLS。',
        refused: '这里虽然提供 STARTTLS，用来之后切换到 TLS，使用时却拒绝。',
      }),
    ),
    nextSteps: say(stepsOnPlainPort(facts), facts, {
      starttls: `保留端口，把 smtps:// 改成 smtp://，并让 SMTP_URI 以 ${atEnd('requireTLS=true', facts)} 结尾：登录之前会用 STARTTLS 加密`,
      'starttls-if-offered': `如果服务器提供 STARTTLS：保留端口，把 smtps:// 改成 smtp://，并让 SMTP_URI 以 ${atEnd('requireTLS=true', facts)} 结尾，登录之前就会加密`,
      'tls-port': '或者保留 smtps://，改用 465 端口（如果服务器开放了它）',
      'tls-first': '保留 smtps://，改用 465 端口（如果服务器开放了它）',
      'ask-about-tls': ASK_ABOUT_TLS,
      'plain-text': `保留端口，把 smtps:// 改成 smtp://，但${ONLY_IN_TRUST}`,
      'ignore-starttls': `保留端口，把 smtps:// 改成 smtp://，并让 SMTP_URI 以 ${atEnd('ignoreTLS=true', facts)} 结尾，但${ONLY_IN_TRUST}`,
    }),
  }),
  'plain-on-tls-port': (facts) => ({
    title: `${server(facts)}要求直接使用 TLS，而 SMTP_URI 写的是 smtp://`,
    explanation: paragraph(
      '这个端口要求一连上就进行 TLS 握手，握手之前服务器什么也不会发。',
      'smtp:// 以明文开始，一直在等服务器先打招呼，却等不到。',
    ),
    nextSteps: say(stepsOnTlsPort(facts), facts, {
      'tls-scheme': '保留端口，把 smtp:// 改成 smtps://',
      'starttls-port': `或者保留 smtp://，改用 587 端口，并让 SMTP_URI 以 ${atEnd('requireTLS=true', facts)} 结尾（如果服务器开放了这个端口）`,
    }),
  }),
  'tls-version': (facts) => ({
    title: `${server(facts)}与本机${NO_TLS[lackInTls(facts)]}`,
    explanation: paragraph(
      ...say(whyNoVersion(facts), facts, {
        'what-tls-says': tlsReason,
        'nothing-in-common': `双方找不到都能接受的 TLS 版本或加密套件${code(facts)}。`,
        'too-old': '多半是其中一方太旧。',
      }),
    ),
    nextSteps: say(stepsOfNoVersion(facts), facts, {
      'tls-reason': tlsReasonStep,
      update: '升级邮件服务器，使其支持 TLS 1.2 或更高版本，或者请管理员升级',
      usual: USUAL_CIPHERS,
      'check-server': '对照邮箱服务商的帮助页面检查地址和端口：也许有更新的服务器可用',
    }),
  }),
  'tls-failed': (facts) => ({
    title: `无法与${serverWithin(facts)}建立加密连接`,
    explanation: paragraph(
      ...say(whyFailedTls(facts), facts, {
        'what-tls-says': tlsReason,
        'could-not-finish': `双方开始了 TLS 握手，但没能完成${code(facts)}。`,
      }),
    ),
    nextSteps: say(stepsOfFailedTls(facts), facts, {
      'tls-reason': tlsReasonStep,
      'scheme-and-port': SCHEME_AND_PORT,
      'look-between': '检查中间有没有杀毒软件、防火墙或代理',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'starttls-unavailable': (facts) => ({
    title: tell(demandOfStarttls(facts), {
      demanded: `SMTP_URI 要求加密，但${serverWithin(facts)}无法切换到加密连接`,
      'not-demanded': `${server(facts)}无法切换到加密连接`,
    }),
    explanation: paragraph(
      ...say(whyNoStarttls(facts), facts, {
        'not-offered': '服务器不支持 STARTTLS，也就是把明文连接升级为加密连接的命令。',
        refused: '服务器声称支持 STARTTLS（把明文连接升级为加密连接的命令），却拒绝了它。',
        'not-offered-or-refused':
          '服务器不支持 STARTTLS，或者拒绝了它。STARTTLS 把明文连接升级为加密连接。',
        'nothing-more-sent': '由于设置了 requireTLS=true，之后没有再发送任何内容。',
        'stops-there': 'Tailchat 的邮件库到此就会停止。',
        'goes-no-further': '如果服务器提供了它却又拒绝，Tailchat 的邮件库就不会继续。',
      }),
    ),
    nextSteps: say(stepsOfNoStarttls(facts), facts, {
      'tls-first': TLS_FIRST,
      'look-for-remover': '检查有没有防火墙或杀毒软件从服务器的应答中去掉了 STARTTLS',
      'demand-less':
        '只有在可信的网络里才可以从 SMTP_URI 中去掉 requireTLS=true：去掉后密码可能以明文' + '传输',
      'ask-about-tls': ASK_ABOUT_TLS,
    }),
  }),
  'starttls-required': (facts) =>
    tell(encryptionHad(facts), { unseen: unseenTls(facts), none: wantsStarttls(facts) }),
  'not-smtp': (facts) => ({
    title: `${known(facts.host, (host) => `${server({ ...facts, host })}上`, '对方')}运行的不是用来发信的邮件服务`,
    explanation: '应答的是别的服务，例如网站，或者用来收信的服务。',
    nextSteps: [
      '检查 SMTP_URI 中的端口：发信用 465 或 587（143、993、110、995 用来收信，80 和 443 是网站）',
      '检查服务器地址：应填写服务商所说的“SMTP 服务器”或“发送邮件服务器”',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'tls-on-plain-port'
  | 'plain-on-tls-port'
  | 'tls-version'
  | 'tls-failed'
  | 'starttls-unavailable'
  | 'starttls-required'
  | 'not-smtp'
>;
