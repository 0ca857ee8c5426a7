import type { FileForm } from '../../report/file-form.js';
import { place } from './phrases.js';

const WHAT: Record<Exclude<FileForm, 'comment' | 'command'>, string> = {
  unit: 'a unit of systemd',
  quadlet: 'a Quadlet of Podman',
  dockerfile: 'a Dockerfile',
  json: 'a JSON file',
};

/** Where a variable goes that stands in a file, or a line, of another form; `meant` is its name. */
export function notEnvFile(
  form: FileForm,
  meant: string,
  { file, line }: { file: string; line?: number | undefined },
): string {
  const where = place({ file, line });
  if (form === 'comment') {
    return `Remove the # in front of ${meant} in ${where}, and check the value behind it: the line is a comment, which nobody reads`;
  }
  if (form === 'command') {
    return `Begin ${where} with ${meant}= and put the value right behind it: an env file knows no commands such as set, setx and $env:`;
  }
  const given = meant === 'SMTP_URI' ? '--uri - (it reads standard input)' : '--sender';
  const isOfUnits = form === 'unit' || form === 'quadlet';
  const target = isOfUnits ? 'a file that EnvironmentFile= names' : 'the env file of the container';
  const shown =
    form === 'unit' ? '; systemctl show -p Environment NAME prints what the unit sets' : '';
  return (
    `${file} is ${WHAT[form]}, no env file: write ${meant} into ${target}, and name that file with --settings, ` +
    `or give the value with ${given}${shown}`
  );
}
