import type { FileForm } from '../../report/file-form.js';
import { giverOf, optionFor, otherForm, whoShows } from '../plans/file-forms.js';
import { tell } from '../plans/plan.js';
import { place } from './phrases.js';

/** The form of a whole file. */
type FormOfFile = Exclude<FileForm, 'comment' | 'command'>;

const WHAT: Record<FormOfFile, string> = {
  unit: 'systemd 的 unit 文件',
  quadlet: 'Podman 的 Quadlet 文件',
  dockerfile: 'Dockerfile',
  json: 'JSON 文件',
};

/** Where a variable goes that stands in a file, or a line, of another form; `meant` is its name. */
export function notEnvFile(
  form: FileForm,
  meant: string,
  at: { file: string; line?: number | undefined },
): string {
  return tell(otherForm(form), {
    comment: `去掉 ${place(at)} 中 ${meant} 前面的 #，并检查后面的值：这一行现在是注释，不会被读取`,
    command: `让 ${place(at)} 以 ${meant}= 开头，后面紧跟值：env 文件里不能写 set、setx、$env: 之类的命令`,
    file: (other) => toEnvFile(other.form, meant, at.file),
  });
}

function toEnvFile(form: FormOfFile, meant: string, file: string): string {
  const given = tell(optionFor(meant), {
    uri: '--uri -',
    sender: '--sender',
  });
  const target = tell(giverOf(form), {
    unit: ' EnvironmentFile= 指定的文件',
    container: '容器使用的 env 文件',
  });
  const shown = tell(whoShows(form), {
    systemctl: '（unit 设置的值：systemctl show -p Environment NAME）',
    nobody: '',
  });
  return `${file} 是 ${WHAT[form]}，不是 env 文件：把 ${meant} 写进${target}并用 --settings 指定它，或者用 ${given}${shown}`;
}
