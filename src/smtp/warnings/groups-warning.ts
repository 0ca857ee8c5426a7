import { shownHost } from '../../settings/uri/shown-host.js';
import type { AttemptOptions } from '../attempt-options.js';
import { type RefusedHello, takesNewerGroups } from '../connection/newer-groups.js';

/** Warns where a server that refuses Tailchat's Node would take a newer one, as this is. */
export async function warnOfNewerGroups(
  error: unknown,
  { address, begins }: Pick<RefusedHello, 'address' | 'begins'>,
  { recorder, settings, deadline }: Pick<AttemptOptions, 'recorder' | 'settings' | 'deadline'>,
): Promise<void> {
  const { port } = settings.uri;
  const refused = { address, port, begins, signal: deadline.signal };
  if (!(await takesNewerGroups(error, refused))) return;
  recorder.warn({
    code: 'server-differs',
    host: shownHost(settings.uri),
    difference: { kind: 'newer-groups' },
  });
}
