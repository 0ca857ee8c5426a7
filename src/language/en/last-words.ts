import type { LastWords, OutputTexts } from '../interface-texts.js';
import { known, tell } from '../plans/plan.js';
import { restartOf } from '../plans/restart.js';

const NEW_POD: LastWords = [
  'Tailchat reads and tests its mail settings only when its server starts. After a change, run ' +
    '(NAME is its deployment):',
  'kubectl rollout restart deployment/NAME',
];

/** What a person does next, in English: the words, and the command. */
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
    'No mail was sent. Some servers refuse a sender, or this machine, only when a recipient is named. To check that, too, send a mail:',
    commandLine,
  ],
  recreate: (reader) =>
    tell<ReturnType<typeof restartOf>, LastWords>(restartOf(reader), {
      unknown: [
        'Tailchat reads its mail settings only when its server starts. After a change, start it again; with Docker Compose, run:',
        'docker compose up -d',
      ],
      compose: ({ command }) => [
        `Tailchat reads its mail settings only when its container is created, and \`${command} restart\` keeps the old ones. After a ` +
          'change, run:',
        `${command} up -d`,
      ],
      container: ({ engine }) => [
        'Tailchat reads and tests its mail settings only when its server starts, and a container keeps the settings that it was made ' +
          'with. After a change, remove the container, then start it as before (NAME is the container):',
        `${engine} rm -f NAME`,
      ],
      pod: NEW_POD,
      unit: [
        'Tailchat reads and tests its mail settings only when its server starts. After a change, run (NAME is its ' +
          'unit):',
        'systemctl restart NAME',
      ],
      program: [
        'Tailchat reads and tests its mail settings only when its server starts. After a change, ' +
          'stop the server and start it again.',
      ],
    }),
  recreatePod: (workload) =>
    known<string, LastWords>(
      workload,
      (name) => [
        'Tailchat reads and tests its mail settings only when its server starts. After a change, run:',
        `kubectl rollout restart ${name}`,
      ],
      NEW_POD,
    ),
  apply: (file, workload) => [
    'Tailchat reads and tests its mail settings only when its server starts, and a changed ConfigMap or Secret does not restart it. ' +
      'After a change, run:',
    `kubectl apply -f ${file ?? 'FILE'} && kubectl rollout restart ${workload ?? 'deployment/NAME'}`,
  ],
  checkAgain: (commandLine) => ['To check again:', commandLine],
  checkSettings: (commandLine) => ['To check your settings:', commandLine],
  checkRecipient: (commandLine) => ['To check again, with the right address:', commandLine],
};
