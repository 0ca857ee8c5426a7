import type { Facts } from '../../report/facts.js';
import { formatYamlLine } from '../../settings/yaml/yaml-line.js';
import { SENDER_EXAMPLE, URI_EXAMPLE } from '../examples.js';
import { plan } from './plan.js';

/** The line that gives a key its value, with an example of the value. */
export function formOf({ about = 'KEY' }: Facts): string {
  const examples: Readonly<Record<string, string>> = {
    SMTP_URI: URI_EXAMPLE,
    SMTP_SENDER: SENDER_EXAMPLE,
  };
  return formatYamlLine({ key: about }, examples[about] ?? '…');
}

/** What a name that was asked for could have named: services of Compose, workloads of manifests, or nothing at all. */
export function namedAtAll({ reader, services = [] }: Facts) {
  if (reader !== 'kubectl') return 'services';
  return services.length > 0 ? 'workloads' : 'nothing';
}

/** The steps for a service that is not there. */
export const stepsOfUnknown = (facts: Facts) =>
  plan(
    namedAtAll(facts) === 'nothing' ? 'leave-out' : 'check-name',
    namedAtAll(facts) === 'services' && 'ask-compose',
  );
