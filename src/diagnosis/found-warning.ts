import type { Localized } from '../language-codes.js';
import type { Provider } from '../providers/provider.js';
import type { WarningAbout } from '../report/warnings.js';

/** A warning as it is found, before it is put into words. */
export type FoundWarning = WarningAbout<Provider, Localized>;
