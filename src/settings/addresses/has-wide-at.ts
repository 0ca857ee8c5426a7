/** Whether a value has no `@` but a full-width one, as an input method writes it. */
export function hasWideAt(value: string): boolean {
  return value.includes('＠') && !value.includes('@');
}
