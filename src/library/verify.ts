import { refuseTypes } from './refuse-types.js';
import { runWith } from './run-with.js';
import type { SettledReport } from './settled-report.js';
import type { VerifyOptions } from './verify-options.js';

/** What `verify` alone takes. */
interface OfflineOption {
  /** Check the settings, touch no network. */
  offline?: boolean | undefined;
}

/**
 * Learns everything about the settings that can be learned without sending a mail. Prints nothing,
 * asks nothing, never ends the process.
 *
 * @returns the same report as `tailchat smtp verify --json`, on failure too
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option
 */
export async function verify(options: VerifyOptions & OfflineOption = {}): Promise<SettledReport> {
  refuseTypes(options);
  return await runWith('verify', options, { isOffline: options.offline ?? false });
}
