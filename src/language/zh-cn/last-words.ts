import type { LastWords, OutputTexts } from '../interface-texts.js';
import { known, tell } from '../plans/plan.js';
import { restartOf } from '../plans/restart.js';

const NEW_POD: LastWords = [
  'Tailchat 只在服务启动时检查一次邮件配置。修改配置后请运行（把 NAME 换成它的 Deployment 名称）：',
  'kubectl rollout restart deployment/NAME',
];

/** What a person does next, in Chinese: the words, and the command. */
export const lastWords: Pick<
  OutputTexts,
  | 'verifyNext'
  | 'recreate'
  | 'recreatePod'
  | 'apply'
  | 'checkAgain'
  | 'checkSettings'
  | 'checkRecipient'
> = {
  verifyNext: (commandLine) => [
    '没有发送邮件。有些服务器要到指定收件人时，才会拒绝发件人或来自本机的连接。发一封试试：',
    commandLine,
  ],
  recreate: (reader) =>
    tell<ReturnType<typeof restartOf>, LastWords>(restartOf(reader), {
      unknown: [
        'Tailchat 只在服务启动时读取邮件配置。修改后请重新启动服务；使用 Docker Compose 时请运行：',
        'docker compose up -d',
      ],
      compose: ({ command }) => [
        `邮件配置只在创建容器时读取，\`${command} restart\` 沿用旧配置。修改配置后请运行：`,
        `${command} up -d`,
      ],
      container: ({ engine }) => [
        'Tailchat 只在服务启动时检查一次邮件配置，容器会一直沿用创建时的配置。修改配置后请删除容器，再按原来的方式启动（把 NAME 换成容器名称）：',
        `${engine} rm -f NAME`,
      ],
      pod: NEW_POD,
      unit: [
        'Tailchat 只在服务启动时检查一次邮件配置。修改配置后请运行（把 NAME 换成它的 systemd 服务名称）：',
        'systemctl restart NAME',
      ],
      program: ['Tailchat 只在服务启动时检查一次邮件配置。修改配置后，请停止服务再重新启动。'],
    }),
  recreatePod: (workload) =>
    known<string, LastWords>(
      workload,
      (name) => [
        'Tailchat 只在服务启动时检查一次邮件配置。修改配置后请运行：',
        `kubectl rollout restart ${name}`,
      ],
      NEW_POD,
    ),
  apply: (file, workload) => [
    'Tailchat 只在服务启动时检查一次邮件配置，修改 ConfigMap 或 Secret 不会让它重启。修改配置后请运行：',
    `kubectl apply -f ${file ?? 'FILE'} && kubectl rollout restart ${workload ?? 'deployment/NAME'}`,
  ],
  checkAgain: (commandLine) => ['再检查一次：', commandLine],
  checkSettings: (commandLine) => ['检查你的配置：', commandLine],
  checkRecipient: (commandLine) => ['换成正确的地址再检查一次：', commandLine],
};
