/** What runs containers: a cluster, or an engine of the host. */
export const engineOf = (engine: string) => (engine === 'kubectl' ? 'cluster' : 'host');

/** Who is told that something may not be run: of podman it is a user's own container. */
export function whoMayNot(engine: string) {
  if (engine === 'docker' || engine === 'podman') return engine;
  return 'cluster';
}
