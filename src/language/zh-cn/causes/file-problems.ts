import type { Facts } from '../../../report/facts.js';
import { known, tell } from '../../plans/plan.js';
import { formOfUnreadable, type ProblemTexts, whoNames } from '../../plans/settings.js';
import { paragraph, spaceAfter } from '../grammar.js';
import { place } from '../phrases.js';

/** The file, by its name where that is known. */
const file = (facts: Facts) => spaceAfter(facts.file ?? 'env 文件');

/** `docker-compose.yml:4 指定了它。`, or nothing. */
const named = ({ namedAt }: Facts) => known(namedAt, (at) => `${place(at)} 指定了它。`);

/** Where to correct which file is read. */
function correctPath(facts: Facts): string {
  return tell(whoNames(facts), {
    compose: ({ at }) => `改正 ${place(at)} 中的路径`,
    person: '检查 --settings 后面的路径，或者写完整路径：/path/to/docker-compose.env',
    nobody: '指定存放配置的文件：--settings /path/to/docker-compose.env',
  });
}

/** Why an env file cannot be read. */
export const FILE_PROBLEMS: ProblemTexts = {
  'not-found': (facts) => ({
    title: `${file(facts)}不存在`,
    explanation: '这里没有这个文件。相对路径从当前目录算起。',
    nextSteps: tell(whoNames(facts).kind, {
      compose: [correctPath(facts)],
      person: [
        correctPath(facts),
        '去掉 --settings，默认会读取当前目录下的 .env 和 docker-compose.env',
      ],
      nobody: ['改正环境变量或 .env 中的 COMPOSE_FILE 或 COMPOSE_ENV_FILES'],
    }),
  }),
  'no-permission': (facts) => ({
    title: `没有权限读取 ${facts.file ?? 'env 文件'}`,
    explanation: paragraph('文件存在，但系统不允许当前用户读取。', named(facts)),
    nextSteps: ['用文件所有者的身份运行，或者使用 sudo', '用 chmod 或 chown 修改文件权限'],
  }),
  'is-a-folder': (facts) => ({
    title: `${file(facts)}是目录，不是文件`,
    explanation: paragraph(named(facts), '挂载的文件不存在时，Docker 会创建一个这样的同名目录。'),
    nextSteps: tell(whoNames(facts).kind, {
      compose: ['如果这个目录是空的，就删除它，再创建文件', correctPath(facts)],
      person: ['指定目录里的文件，例如 docker-compose.env'],
      nobody: ['如果这个目录是空的，就删除它', correctPath(facts)],
    }),
  }),
  'too-large': (facts) => ({
    title: `${file(facts)}太大，不像是 env 文件`,
    explanation: paragraph(
      named(facts),
      'env 文件通常只有几行文本，这个文件大得多，因此没有读取。',
    ),
    nextSteps: [correctPath(facts)],
  }),
  binary: (facts) => ({
    title: `${file(facts)}不是文本文件`,
    explanation: paragraph(
      named(facts),
      '文件内容不是文本，因此没有读取。UTF-16 编码的文本也会这样。',
    ),
    nextSteps: ['如果是用 Windows 编辑器保存的，请另存为 UTF-8 编码', '确认这就是存放配置的文件'],
  }),
  unreadable: (facts) => ({
    title: `无法读取 ${facts.file ?? 'env 文件'}`,
    explanation: paragraph(named(facts), '保存配置的文件读不出来。'),
    nextSteps: tell(formOfUnreadable(facts), {
      pipe: [
        '确认管道里的命令有输出，并且写 --settings：--env-file 由 Node 自己处理，会先把管道读空',
      ],
      file: [correctPath(facts)],
    }),
  }),
};
