import type { Secret } from '../safety/secret.js';
import { lastAssignment } from './env-files/last-assignment.js';
import type { FoundValues } from './found-values.js';
import { READERS } from './readers/index.js';
import type { SettingRemark } from './remark.js';
import { parseSmtpUri } from './uri/smtp-uri.js';
import { type ReadLogin, withholdFrom } from './withhold-from.js';

/**
 * The same values, where whatever is a sender hides the URI's password wherever it contains it. Every check passes here, from
 * wherever its values come.
 */
export async function withholdPassword(values: FoundValues): Promise<FoundValues> {
  const { sender, remarks } = values;
  const read = await readLogin(values);
  if (!read) return values;
  const withhold = (value: Secret) => withholdFrom(value, read);
  const quiet = (remark: SettingRemark): SettingRemark => {
    if (!('variable' in remark) || remark.variable !== 'SMTP_SENDER') return remark;
    if (remark.kind === 'shell-unsafe') return { ...remark, meant: withhold(remark.meant) };
    const common = remark.kind === 'readers-disagree' && remark.disagreement.common;
    if (!common) return remark;
    return { ...remark, disagreement: { ...remark.disagreement, common: withhold(common) } };
  };
  return {
    ...values,
    ...(sender ? { sender: { ...sender, value: withhold(sender.value) } } : {}),
    remarks: remarks.map(quiet),
  };
}

/** What the URI says, or the one that it was surely meant to be. */
async function readLogin(values: FoundValues): Promise<ReadLogin | undefined> {
  const { uri, foreign, envFiles = [] } = values;
  if (!uri) {
    // A file that its own reader refuses has one as well.
    const unread = envFiles.flatMap(
      ({ text, lookup }) =>
        lastAssignment(READERS.dotenv.read(text, lookup), 'SMTP_URI')?.value ?? [],
    );
    const raw = foreign?.uri ?? unread[0];
    return raw === undefined ? undefined : parseSmtpUri(raw);
  }
  if (uri.read.uri) return uri.read;
  const { readPasted } = await import('./pasted-settings.js');
  const { repairUri } = await import('./uri/repair-uri.js');
  const pasted = readPasted(uri.value);
  return pasted ? parseSmtpUri(pasted.uri) : (repairUri(uri.meant ?? uri.value)?.read ?? uri.read);
}
