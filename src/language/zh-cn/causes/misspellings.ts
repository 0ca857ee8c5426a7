import type { ValueSource } from '../../../report/report.js';
import type { Misspelling } from '../../plans/missing.js';
import { known, tell } from '../../plans/plan.js';
import { notEnvFile } from '../file-forms.js';
import { place } from '../phrases.js';

/** What to do about what was likely meant to be the missing variable. */
export function rename(misspelling: Misspelling): string {
  return tell(misspelling, {
    'other-form': ({ form, meant, at }) => notEnvFile(form, meant, at),
    'full-width': ({ meant, source }) => `把${inSource(source)}${meant} 后面的全角符号改成半角的 =`,
    blank: ({ meant, source }) =>
      `去掉${inSource(source)}${meant} 与 = 之间的空格或看不见的字符：有了它，Tailchat 读不到这个变量`,
    'look-alike': ({ meant, source }) =>
      `重新输入${inSource(source)}${meant}：那里的名称中有字母只是看起来一样`,
    name: ({ name, meant, source }) =>
      `把${inSource(source)}${name} 改名为 ${meant}：Tailchat 不读取 ${name}`,
  });
}

function inSource(source: ValueSource): string {
  return known(source.file, (file) => ` ${place({ ...source, file })} 中的 `, '环境变量 ');
}
