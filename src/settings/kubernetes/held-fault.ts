import type { HeldFault } from '../../report/held-in.js';

/** The damage that a value likely took on its way into a ConfigMap or a Secret. Pure. */
export function heldFault(value: string): HeldFault | undefined {
  if (/^[A-Za-z0-9+/\s]{16,}(?:={1,2}\s*)?$/.test(value) && looksMeant(decode(value)))
    return 'still-base64';
  if (/^(["']).*\1\s*$/s.test(value)) return 'quotes';
  return /[\r\n]$/.test(value) ? 'line-end' : undefined;
}

function decode(value: string): string {
  const once = Buffer.from(value, 'base64').toString('utf8');
  // The value may have been encoded more than twice.
  const isStill = /^[A-Za-z0-9+/]{16,}={0,2}\s*$/.test(once) && !looksMeant(once);
  return isStill ? Buffer.from(once, 'base64').toString('utf8') : once;
}

function looksMeant(text: string): boolean {
  return /^\s*["']?smtps?:\/\//i.test(text) || /^[^@]*@[\w-]+(?:\.[\w-]+)+>?$/.test(text.trim());
}
