import type { Localized } from '../language-codes.js';
import type { Provider } from '../providers/provider.js';
import type { WarningAbout } from '../report/warnings.js';
import type { ShownHost } from '../safety/shown-host.js';

/** What is told of a host passes through `shownHost`. */
type WithShownHost<T> = T extends { host: string } ? T & { host: ShownHost } : T;

/** A warning as it is found, before it is put into words. */
export type FoundWarning = WithShownHost<WarningAbout<Provider, Localized>>;
