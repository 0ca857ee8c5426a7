import type { YamlSpot } from '../../report/yaml-spot.js';
import { withNamedParts } from './named-parts.js';

/**
 * A value as the entry of a YAML file: a line in single quotes, in which only the quote itself has a meaning; in braces or
 * brackets as JSON, since the file may be that.
 */
export function formatYamlLine(
  { key, ofName, isItem, isCompose, form, named = [] }: YamlSpot,
  value: string,
): string {
  const spell = (text: string) => (isCompose ? text.replaceAll('$', '$$$$') : text);
  const written = named.length > 0 ? withNamedParts(value, named, spell) : spell(value);
  if (form === 'flow') {
    const entry = isItem ? [`${key}=${written}`] : [key, written];
    return entry.map((part) => JSON.stringify(part)).join(': ');
  }
  const quoted = written.replaceAll("'", "''");
  if (ofName !== undefined) return `- { name: ${ofName}, ${key}: '${quoted}' }`;
  return isItem ? `- '${key}=${quoted}'` : `${key}: '${quoted}'`;
}
