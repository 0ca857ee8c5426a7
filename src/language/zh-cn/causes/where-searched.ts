import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import { list, paragraph, spaceAfter } from '../grammar.js';

/** Where a missing URI was looked for, and what was found in its place. */
export function whereSearched(facts: Facts): string {
  return paragraph(
    known(
      facts.searchedFolder,
      (folder) =>
        `环境变量中没有 SMTP_URI，${folder} 目录下也没有 compose 文件、.env、docker-compose.env 或 Kubernetes 清单。`,
    ),
    known(facts.searchedFiles, (files) => `已在环境变量和 ${spaceAfter(list(files))}中查找。`),
    known(facts.asFile, (name) => `Tailchat 不读取 ${name}，值本身要写在 SMTP_URI 里。`),
    known(
      facts.withoutTailchat,
      (file) => `已读取 ${file}，但里面没有 Compose 要启动的 Tailchat 服务。`,
    ),
  );
}
