import type { StepTroubles } from '../interface-texts.js';

/** Why a step failed, in a few words. */
export const TROUBLES: StepTroubles = {
  'host-not-found': '没有这个主机名',
  'dns-unavailable': 'DNS 没有应答',
  'connection-refused': '连接被拒绝',
  'connection-timeout': '没有应答',
  'network-unreachable': '没有路由',
  'server-silent': '服务器没有任何应答',
  'connection-closed': '服务器断开了连接',
  timeout: '之后再无应答',
  'tls-on-plain-port': '没有在连接后立即启用 TLS',
  'plain-on-tls-port': '该端口一开始就用 TLS',
  'certificate-untrusted': '不受信任',
  'certificate-expired': '不在有效期内',
  'certificate-hostname': '名称与服务器不符',
  'tls-version': '没有共同的 TLS 版本或加密套件',
  'tls-failed': '握手失败',
  'starttls-unavailable': '服务器没有提供',
  'not-smtp': '应答的不是邮件服务器',
  'protocol-error': '对话出错',
  'credentials-missing': '缺少用户名或密码',
  'oauth-required': '不支持密码登录',
  'auth-mechanism-unsupported': '没有共同的登录方式',
  unknown: '失败',
};
