import type { FileForm } from '../../report/file-form.js';
import { giverOf, optionFor, otherForm, whoShows } from '../plans/file-forms.js';
import { tell } from '../plans/plan.js';
import { place } from './phrases.js';

/** The form of a whole file. */
type FormOfFile = Exclude<FileForm, 'comment' | 'command'>;

const WHAT: Record<FormOfFile, string> = {
  unit: 'a systemd unit',
  quadlet: 'a Podman Quadlet',
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
    comment: `Remove the # in front of ${meant} in ${place(at)}, and check the value: the line is a comment, so it is not read`,
    command: `Begin ${place(at)} with ${meant}= and the value: commands such as set, setx and $env: do not work in an env file`,
    file: (other) => toEnvFile(other.form, meant, at.file),
  });
}

function toEnvFile(form: FormOfFile, meant: string, file: string): string {
  const given = tell(optionFor(meant), {
    uri: '--uri -',
    sender: '--sender',
  });
  const target = tell(giverOf(form), {
    unit: 'its EnvironmentFile=',
    container: 'the env file of the container',
  });
  const shown = tell(whoShows(form), {
    systemctl: ' (its values: systemctl show -p Environment NAME)',
    nobody: '',
  });
  return (
    `${file} is ${WHAT[form]}, not an env file: write ${meant} into ${target} and name it with --settings, ` +
    `or use ${given}${shown}`
  );
}
