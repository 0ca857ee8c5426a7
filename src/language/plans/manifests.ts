import type { Facts } from '../../report/facts.js';
import { formatYamlLine } from '../../settings/yaml/yaml-line.js';
import { SENDER_EXAMPLE, URI_EXAMPLE } from '../examples.js';

/** The line that gives a key its value, with an example of the value. */
export function formOf({ about = 'KEY' }: Facts): string {
  const examples: Readonly<Record<string, string>> = {
    SMTP_URI: URI_EXAMPLE,
    SMTP_SENDER: SENDER_EXAMPLE,
  };
  return formatYamlLine({ key: about }, examples[about] ?? '…');
}
