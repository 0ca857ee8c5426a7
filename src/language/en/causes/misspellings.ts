import type { ValueSource } from '../../../report/report.js';
import type { Misspelling } from '../../plans/missing.js';
import { known, tell } from '../../plans/plan.js';
import { notEnvFile } from '../file-forms.js';
import { inPlace } from '../phrases.js';

/** What to do about what was likely meant to be the missing variable. */
export function rename(misspelling: Misspelling): string {
  return tell(misspelling, {
    'other-form': ({ form, meant, at }) => notEnvFile(form, meant, at),
    'full-width': ({ meant, source }) =>
      `Write = after ${meant}${inSource(source)}: the character there is a full-width one`,
    blank: ({ meant, source }) => `Remove the blank between ${meant} and =${inSource(source)}`,
    'look-alike': ({ meant, source }) =>
      `Type ${meant}${inSource(source)} anew: a letter of the name there only looks like the right one`,
    name: ({ name, meant, source }) =>
      `Rename ${name}${inSource(source)} to ${meant}: Tailchat does not read ${name}`,
  });
}

function inSource(source: ValueSource): string {
  return known(source.file, (file) => inPlace({ ...source, file }), ' in the environment');
}
