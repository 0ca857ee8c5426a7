import type { ContainerFacts } from '../../report/container.js';

/** What runs containers: a cluster, or an engine of the host. */
export const engineOf = (engine: string) => (engine === 'kubectl' ? 'cluster' : 'host');

/** Who is told that something may not be run: of podman it is a user's own container. */
export function whoMayNot(engine: string) {
  if (engine === 'docker' || engine === 'podman') return engine;
  return 'cluster';
}

/** How a container stands still, and what made it: that decides what starts it. */
export function standingStill({ engine, state, detail, isOfCompose }: ContainerFacts) {
  if (engine === 'kubectl') return 'cluster';
  if (/paused/i.test(`${state} ${detail}`)) return 'paused';
  return isOfCompose ? 'compose' : 'alone';
}
