import { Secret } from '../safety/secret.js';
import { isSwapped } from '../safety/swapped.js';
import { parseSender } from './addresses/mail-address.js';
import type { FoundUri, FoundValues } from './found-values.js';
import type { SettingRemark } from './remark.js';

/** The same values with a sender that hides the URI's password wherever it contains it. */
export function withholdPassword(values: FoundValues): FoundValues {
  const { uri, sender, remarks } = values;
  const password = uri && sender && passwordOf(uri, sender.value);
  if (!sender || !password) return values;
  const withhold = (value: Secret) => new Secret(value.reveal(), password);
  const quiet = (remark: SettingRemark): SettingRemark => {
    if (!('variable' in remark) || remark.variable !== 'SMTP_SENDER') return remark;
    if (remark.kind === 'shell-unsafe') return { ...remark, meant: withhold(remark.meant) };
    const common = remark.kind === 'readers-disagree' && remark.disagreement.common;
    if (!common) return remark;
    return { ...remark, disagreement: { ...remark.disagreement, common: withhold(common) } };
  };
  return {
    ...values,
    sender: { ...sender, value: withhold(sender.value) },
    remarks: remarks.map(quiet),
  };
}

/** The password in the login of a URI, in whichever place it stands. */
function passwordOf({ read }: FoundUri, sender: Secret): Secret | undefined {
  const { user, password } = read.uri ?? {};
  if (user === undefined || password === undefined) return password;
  const { mailbox } = parseSender(sender);
  const isInPlaceOfUser = isSwapped(user, password.reveal(), mailbox?.address);
  return isInPlaceOfUser ? new Secret(user) : password;
}
