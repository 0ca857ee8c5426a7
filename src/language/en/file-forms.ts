import type { FileForm } from '../../report/file-form.js';
import { giverOf, optionFor, otherForm, whoShows } from '../plans/file-forms.js';
import { tell } from '../plans/plan.js';
import { place } from './phrases.js';

/** The form of a whole file. */
type FormOfFile = Exclude<FileForm, 'comment' | 'command'>;

const WHAT: Record<FormOfFile, string> = {
  unit: 'a unit of systemd',
  quadlet: 'a Quadlet of Podman',
  dockerfile: 'a Dockerfile',
  json: 'a JSON file',
};

/** Where a variable goes that stands in a file, or a line, of another form; `meant` is its name. */
export function notEnvFile(
  form: FileForm,
  meant: string,
  at: { file: string; line?: number | undefined },
): string {
  return tell(otherForm(form), {
    comment: `Remove the # in front of ${meant} in ${place(at)}, and check the value behind it: the line is a comment, which nobody reads`,
    command: `Begin ${place(at)} with ${meant}= and put the value right behind it: an env file knows no commands such as set, setx and $env:`,
    file: (other) => toEnvFile(other.form, meant, at.file),
  });
}

function toEnvFile(form: FormOfFile, meant: string, file: string): string {
  const given = tell(optionFor(meant), {
    uri: '--uri - (it reads standard input)',
    sender: '--sender',
  });
  const target = tell(giverOf(form), {
    unit: 'a file that EnvironmentFile= names',
    container: 'the env file of the container',
  });
  const shown = tell(whoShows(form), {
    systemctl: '; systemctl show -p Environment NAME prints what the unit sets',
    nobody: '',
  });
  return (
    `${file} is ${WHAT[form]}, no env file: write ${meant} into ${target}, and name that file with --settings, ` +
    `or give the value with ${given}${shown}`
  );
}
