import type { ProviderListTexts } from '../provider-list-texts.js';

export const providerList: ProviderListTexts = {
  kinds: {
    mailbox: '邮箱',
    relay: '邮件推送服务',
    hosting: '主机商',
    software: '自建服务器',
  },
  userForms: {
    address: '完整的邮箱地址，其中 @ 写成 %40',
    'address-or-name': '邮箱地址（@ 写成 %40），或 @ 前面的部分',
    name: '邮箱地址中 @ 前面的部分',
    fixed: '所有人都一样',
    issued: '由服务商分配',
  },
  accountPassword: '账号本身的密码',
  senders: {
    login: '只能是登录用的地址',
    'login-or-alias': '登录用的地址，或为它设置的别名',
    verified: '已在服务商处验证的地址或域名',
    any: '任何地址',
  },
  labels: {
    uri: 'SMTP_URI',
    user: '<user>',
    password: '<password>',
    sender: 'SMTP_SENDER',
    limits: '限额',
    others: '其他写法',
    pages: '帮助页面',
    checked: '核对日期',
  },
  passwordFrom: (name, where) => `${name}：${where}`,
  more: '查看其中一家的详情：tailchat smtp providers <名称、主机或邮箱地址>',
  meant: (name, id) => `你要找的是不是 ${name}？tailchat smtp providers ${id}`,
  none: (words) => `没有找到与“${words}”相符的服务商`,
  noneNext:
    '请在它的帮助页面中查找“SMTP”：需要主机、端口，以及是一开始就用 TLS（smtps://）还是 STARTTLS（smtp://）。',
};
