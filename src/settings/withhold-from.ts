import { Secret } from '../safety/secret.js';
import { isSwapped } from '../safety/swapped.js';
import { parseSender } from './addresses/mail-address.js';
import type { SmtpUri, SmtpUriResult } from './uri/smtp-uri.js';

/** A URI that was read, as far as it was understood. */
export type ReadLogin = Pick<SmtpUriResult, 'uri'>;

/** A sender that hides the password of the URI beside it. */
export function withholdFrom(sender: Secret, { uri }: ReadLogin): Secret {
  const password = uri && passwordOf(uri, sender);
  return password ? new Secret(sender.reveal(), password) : sender;
}

/** The password in the login of a URI, in whichever place it stands. */
function passwordOf({ user, password }: Partial<SmtpUri>, sender: Secret): Secret | undefined {
  if (user === undefined || password === undefined) return password;
  const { mailbox } = parseSender(sender);
  const isInPlaceOfUser = isSwapped(user, password.reveal(), mailbox?.address);
  return isInPlaceOfUser ? new Secret(user) : password;
}
