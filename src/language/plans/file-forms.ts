import type { FileForm } from '../../report/file-form.js';

/** What is other than in an env file: one line, or the whole file, whose form is then told. */
export type OtherForm =
  | { kind: 'comment' | 'command' }
  | { kind: 'file'; form: Exclude<FileForm, 'comment' | 'command'> };

export const otherForm = (form: FileForm): OtherForm =>
  form === 'comment' || form === 'command' ? { kind: form } : { kind: 'file', form };

/** Who gives its variables to a container: a unit of systemd, or whatever runs the image. */
export const giverOf = (form: FileForm) =>
  form === 'unit' || form === 'quadlet' ? 'unit' : 'container';

/** The option that gives a value in place of its variable. */
export const optionFor = (variable: string) => (variable === 'SMTP_URI' ? 'uri' : 'sender');

/** What can be asked for the variables that a file sets. */
export const whoShows = (form: FileForm) => (form === 'unit' ? 'systemctl' : 'nobody');
