import type { OptionFault } from '../../report/option-fault.js';
import { plan } from './plan.js';

type NameFault = Extract<OptionFault, { kind: 'certificate-name' }>;

/** The steps for a name in `tls.servername` that the certificate does not have. */
export const stepsOfComparedName = ({ isForHost, fitting }: NameFault) =>
  plan(
    isForHost ? 'remove-covered' : fitting.length > 0 && 'write-other',
    !isForHost && 'remove-compared',
  );
