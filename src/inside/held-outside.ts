import type { FoundFacts } from '../diagnosis/found-failure.js';
import type { FoundValue, FoundValues } from '../settings/found-values.js';
import { fileAndLine } from '../settings/settings.js';
import type { FoundReport } from '../smtp/found-report.js';
import type { FoundContainer } from './find-container.js';

/**
 * What the files out here say of the values that a container lacks: where they stand, why the container does not get them, or where
 * they belong.
 *
 * @param container the one that lacks them; the files here are none of another project's, and a compose file here says nothing of one
 * that Compose did not make
 * @param findHere finds the values out here, of files alone
 */
export async function heldOutside(
  { failure }: FoundReport,
  { name, isOfCompose, isOfOtherProject }: FoundContainer,
  findHere: () => Promise<FoundValues>,
): Promise<Partial<FoundFacts>> {
  const cause = failure?.diagnosis.cause;
  if ((cause !== 'uri-missing' && cause !== 'sender-missing') || isOfOtherProject) return {};
  const { uri, sender, absent = {}, homes, service, isFromManifest } = await findHere();
  if (isFromManifest) return {};
  const isUri = cause === 'uri-missing';
  const [own, other] = isUri ? [absent.SMTP_URI, absent.SMTP_SENDER] : [absent.SMTP_SENDER];
  // What is said of other services names options that are for no container.
  if (isOfCompose && own && own.why !== 'inactive' && own.why !== 'other-service') {
    return { absent: own, ...(other ? { absentSender: other } : {}) };
  }
  const lacks = failure?.facts.missing ?? [];
  const held = {
    ...(isUri && uri ? { uri: placeOf(uri) } : {}),
    ...(lacks.includes('sender') && sender ? { sender: placeOf(sender) } : {}),
  };
  return {
    ...(Object.values(held).some((place) => place !== undefined)
      ? { heldOutside: { ...held, container: name, isGiven: service !== undefined, isOfCompose } }
      : {}),
    ...(homes && isOfCompose ? { homes: { uri: homes.SMTP_URI, sender: homes.SMTP_SENDER } } : {}),
  };
}

function placeOf({ source }: FoundValue) {
  const { file, line } = fileAndLine(source);
  return file === undefined ? undefined : { file, line };
}
