import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import { list, paragraph } from '../grammar.js';

/** Where a missing URI was looked for, and what was found in its place. */
export function whereSearched(facts: Facts): string {
  return paragraph(
    known(
      facts.searchedFolder,
      (folder) =>
        `SMTP_URI is not in the environment, and ${folder} has no compose file, .env, docker-compose.env or Kubernetes manifest.`,
    ),
    known(
      facts.searchedFiles,
      (files) => `This check looked in the environment and in ${list(files)}.`,
    ),
    known(
      facts.asFile,
      (name) => `Tailchat does not read ${name}: the value itself must be in SMTP_URI.`,
    ),
    known(
      facts.withoutTailchat,
      (file) => `${file} was read, but Compose starts no Tailchat service from it.`,
    ),
  );
}
