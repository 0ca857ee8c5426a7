import type { ProviderListTexts } from '../provider-list-texts.js';

export const providerList: ProviderListTexts = {
  kinds: {
    mailbox: 'Mailboxes',
    relay: 'Services that send for others',
    hosting: 'Hosting companies',
    software: 'Servers that people run themselves',
  },
  userForms: {
    address: 'the whole mail address, with %40 for the @',
    'address-or-name': 'the mail address with %40 for the @, or the part before the @',
    name: 'the part of the mail address before the @',
    fixed: 'the same for everybody',
    issued: 'given to you by the provider',
  },
  accountPassword: "the account's own password",
  senders: {
    login: 'only the address that logs in',
    'login-or-alias': 'the address that logs in, or an alias that is set up for it',
    verified: 'addresses or domains that you have verified with the provider',
    any: 'any address',
  },
  labels: {
    uri: 'SMTP_URI',
    user: '<user>',
    password: '<password>',
    sender: 'SMTP_SENDER',
    limits: 'Limits',
    others: 'Also',
    pages: 'Help',
    checked: 'Checked',
  },
  passwordFrom: (name, where) => `${name}: ${where}`,
  more: 'One of them in full: tailchat smtp providers <name, host or mail address>',
  meant: (name, id) => `Did you mean ${name}? tailchat smtp providers ${id}`,
  none: (words) => `No provider known for "${words}"`,
  noneNext:
    'Look for "SMTP" in its help: you need the host, the port, and whether it wants TLS from the start (smtps://) or STARTTLS (smtp://).',
};
