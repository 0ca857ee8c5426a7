import type { FileForm } from '../../report/file-form.js';
import { place } from './phrases.js';

const WHAT: Record<Exclude<FileForm, 'comment' | 'command'>, string> = {
  unit: 'systemd 的 unit 文件',
  quadlet: 'Podman 的 Quadlet 文件',
  dockerfile: 'Dockerfile',
  json: 'JSON 文件',
};

/** 写在其他格式文件里的变量应该放到哪里；`meant` 是变量名。 */
export function notEnvFile(
  form: FileForm,
  meant: string,
  { file, line }: { file: string; line?: number | undefined },
): string {
  const where = place({ file, line });
  if (form === 'comment')
    return `去掉 ${where} 中 ${meant} 前面的 #，并检查后面的值：这一行现在是注释，不会被读取`;
  if (form === 'command')
    return `让 ${where} 以 ${meant}= 开头，后面紧跟值：env 文件里不能写 set、setx、$env: 之类的命令`;
  const given = meant === 'SMTP_URI' ? '--uri -（从标准输入读取）' : '--sender';
  const isOfUnits = form === 'unit' || form === 'quadlet';
  const target = isOfUnits ? ' EnvironmentFile= 指定的文件' : '容器使用的 env 文件';
  const shown = form === 'unit' ? '；systemctl show -p Environment NAME 会显示 unit 设置的值' : '';
  return `${file} 是 ${WHAT[form]}，不是 env 文件：请把 ${meant} 写进${target}，再用 --settings 指定那个文件，或者用 ${given} 给出这个值${shown}`;
}
