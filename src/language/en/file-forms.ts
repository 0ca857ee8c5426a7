import type { FileForm } from '../../report/file-form.js';

const WHAT: Record<FileForm, string> = {
  unit: 'a unit of systemd',
  quadlet: 'a Quadlet of Podman',
  dockerfile: 'a Dockerfile',
  json: 'a JSON file',
};

/** Where a variable goes that stands in a file of another form; `meant` is its name. */
export function notEnvFile(form: FileForm, meant: string, file: string): string {
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
