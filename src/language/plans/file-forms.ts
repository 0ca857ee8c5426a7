import type { FileForm } from '../../report/file-form.js';

/** A line, or a whole file, of another form than an env file. */
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
