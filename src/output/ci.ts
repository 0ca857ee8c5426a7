import type { Context } from '../context.js';

/** Whether this is a run of a CI system, where nobody can answer and nothing moves. */
export function isCi(env: Context['env']): boolean {
  return Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0';
}

/** Whether the command runs in a job of GitHub Actions. */
export function isGithubActions(env: Context['env']): boolean {
  return env.GITHUB_ACTIONS === 'true';
}
