import { dreamhost } from './hosting/dreamhost.js';
import { gandi } from './hosting/gandi.js';
import { godaddy } from './hosting/godaddy.js';
import { hostinger } from './hosting/hostinger.js';
import { infomaniak } from './hosting/infomaniak.js';
import { ionos } from './hosting/ionos.js';
import { migadu } from './hosting/migadu.js';
import { mxroute } from './hosting/mxroute.js';
import { namecheap } from './hosting/namecheap.js';
import { ovh } from './hosting/ovh.js';
import { purelymail } from './hosting/purelymail.js';
import { rackspace } from './hosting/rackspace.js';
import { strato } from './hosting/strato.js';
import { titan } from './hosting/titan.js';
import { aliyunMail } from './mailbox/aliyun-mail.js';
import { chinaMobile139 } from './mailbox/china-mobile-139.js';
import { exmail } from './mailbox/exmail.js';
import { fastmail } from './mailbox/fastmail.js';
import { feishu } from './mailbox/feishu.js';
import { gmail } from './mailbox/gmail.js';
import { gmx } from './mailbox/gmx.js';
import { icloud } from './mailbox/icloud.js';
import { mailboxOrg } from './mailbox/mailbox-org.js';
import { mailru } from './mailbox/mailru.js';
import { microsoft365 } from './mailbox/microsoft365.js';
import { netease } from './mailbox/netease.js';
import { neteaseQiye } from './mailbox/netease-qiye.js';
import { outlook } from './mailbox/outlook.js';
import { posteo } from './mailbox/posteo.js';
import { proton } from './mailbox/proton.js';
import { qq } from './mailbox/qq.js';
import { sina } from './mailbox/sina.js';
import { sohu } from './mailbox/sohu.js';
import { tOnline } from './mailbox/t-online.js';
import { webde } from './mailbox/webde.js';
import { yahoo } from './mailbox/yahoo.js';
import { yandex } from './mailbox/yandex.js';
import { zoho } from './mailbox/zoho.js';
import type { Provider } from './provider.js';
import { aliyunDirectmail } from './relay/aliyun-directmail.js';
import { azureCommunication } from './relay/azure-communication.js';
import { brevo } from './relay/brevo.js';
import { elasticEmail } from './relay/elastic-email.js';
import { googleWorkspaceRelay } from './relay/google-workspace-relay.js';
import { mailersend } from './relay/mailersend.js';
import { mailgun } from './relay/mailgun.js';
import { mailjet } from './relay/mailjet.js';
import { mailtrap } from './relay/mailtrap.js';
import { mandrill } from './relay/mandrill.js';
import { oracleEmail } from './relay/oracle-email.js';
import { postmark } from './relay/postmark.js';
import { resend } from './relay/resend.js';
import { scaleway } from './relay/scaleway.js';
import { sendgrid } from './relay/sendgrid.js';
import { ses } from './relay/ses.js';
import { smtp2go } from './relay/smtp2go.js';
import { socketlabs } from './relay/socketlabs.js';
import { sparkpost } from './relay/sparkpost.js';
import { tencentSes } from './relay/tencent-ses.js';
import { zeptomail } from './relay/zeptomail.js';
import { cpanel } from './software/cpanel.js';
import { dovecot } from './software/dovecot.js';
import { exchange } from './software/exchange.js';
import { exim } from './software/exim.js';
import { haraka } from './software/haraka.js';
import { hmailserver } from './software/hmailserver.js';
import { maddy } from './software/maddy.js';
import { mailcow } from './software/mailcow.js';
import { mailu } from './software/mailu.js';
import { mdaemon } from './software/mdaemon.js';
import { opensmtpd } from './software/opensmtpd.js';
import { postfix } from './software/postfix.js';
import { rspamd } from './software/rspamd.js';
import { sendmail } from './software/sendmail.js';
import { smartermail } from './software/smartermail.js';
import { spamFilter } from './software/spam-filter.js';
import { stalwart } from './software/stalwart.js';
import { zimbra } from './software/zimbra.js';

/** All that are known. Where two could be meant, the first counts. */
export const PROVIDERS: readonly Provider[] = [
  aliyunDirectmail,
  azureCommunication,
  brevo,
  elasticEmail,
  googleWorkspaceRelay,
  mailersend,
  mailgun,
  mailjet,
  mailtrap,
  mandrill,
  oracleEmail,
  postmark,
  resend,
  scaleway,
  sendgrid,
  ses,
  smtp2go,
  socketlabs,
  sparkpost,
  tencentSes,
  zeptomail,
  aliyunMail,
  chinaMobile139,
  exmail,
  fastmail,
  feishu,
  gmail,
  gmx,
  icloud,
  mailboxOrg,
  mailru,
  microsoft365,
  neteaseQiye,
  netease,
  outlook,
  posteo,
  proton,
  qq,
  sina,
  sohu,
  tOnline,
  webde,
  yahoo,
  yandex,
  zoho,
  dreamhost,
  gandi,
  godaddy,
  hostinger,
  infomaniak,
  ionos,
  migadu,
  mxroute,
  namecheap,
  ovh,
  purelymail,
  rackspace,
  strato,
  titan,
  cpanel,
  dovecot,
  exchange,
  exim,
  haraka,
  hmailserver,
  maddy,
  mailcow,
  mailu,
  mdaemon,
  opensmtpd,
  postfix,
  rspamd,
  sendmail,
  smartermail,
  spamFilter,
  stalwart,
  zimbra,
];
