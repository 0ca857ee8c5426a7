import type { ProviderDelivery } from './provider.js';

/** QQ Mail and Exmail send from the same networks. */
export const SPF_OF_TENCENT: NonNullable<ProviderDelivery['spf']> = {
  value: 'spf.mail.qq.com',
  source:
    'https://topic.alibabacloud.com/a/font-classtopic-s-color00c1despf1font-needs-to-be-added-for-smtp-of-qq-enterprise-mailbox-for-investigation_8_8_32334555.html',
  checked: '2026-11-27',
};
