import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairs, pick, type RealValues, run } from './real-programs.js';

/**
 * What systemd gives a service that has each file as its `EnvironmentFile=`. It is a manager for a user, which
 * needs not be the first process; it looks whether the machine was booted with systemd in a folder of `/run`,
 * of which it gets one of its own.
 */
export async function askSystemd(files: readonly string[]): Promise<RealValues[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-systemd-'));
  const units = join(folder, 'units');
  await mkdir(units);
  const unit = (name: string, lines: readonly string[]) =>
    writeFile(join(units, name), `${lines.join('\n')}\n`);
  const names = files.map((_file, index) => `s${index}.service`);
  for (const [index, name] of names.entries()) {
    await writeFile(join(folder, `${index}.env`), files[index] ?? '');
    await unit(name, [
      ...['[Unit]', 'DefaultDependencies=no', '[Service]', 'Type=oneshot'],
      `EnvironmentFile=${folder}/${index}.env`,
      ...['ExecStart=/usr/bin/env -0', `StandardOutput=file:${folder}/${index}.out`],
      'StandardError=null',
    ]);
  }
  await unit('all.target', ['[Unit]', 'DefaultDependencies=no', `Wants=${names.join(' ')}`]);
  await unit('end.service', [
    ...['[Unit]', 'DefaultDependencies=no', 'Requires=all.target', `After=${names.join(' ')}`],
    ...['SuccessAction=exit-force', 'FailureAction=exit-force', '[Service]', 'Type=oneshot'],
    ...['ExecStart=/bin/true', 'StandardOutput=null', 'StandardError=null'],
  ]);
  const script = [
    ...['mount -t tmpfs tmpfs /run', 'mkdir -p /run/systemd/system /run/user'],
    `export XDG_RUNTIME_DIR=/run/user SYSTEMD_UNIT_PATH=${units}:`,
    'exec timeout 120 /lib/systemd/systemd --user --unit=end.service',
  ];
  await run('unshare', ['-m', 'sh', '-c', script.join('\n')]);
  return await Promise.all(
    names.map(async (_name, index) => {
      const text = await readFile(join(folder, `${index}.out`), 'utf8').catch(() => undefined);
      return text === undefined || text === '' ? 'refused' : pick(pairs(text.split('\0')));
    }),
  );
}
