/**
 * The servers of a provider, those for a host or a domain of addresses first: a provider may have one for each domain, region or
 * data centre, and an account is known at its own alone. `me@126.com` logs in at `smtp.126.com`.
 *
 * @param name a host, or the domain of an address, in lower case
 */
export function nearestServers<T extends { host: string }>(
  servers: readonly T[],
  name: string,
): T[] {
  const isNear = nearness(name).find((fits) => servers.some(({ host }) => fits(host)));
  if (!isNear) return [...servers];
  const [near, rest] = [true, false].map((wanted) =>
    servers.filter(({ host }) => isNear(host) === wanted),
  );
  return [...(near ?? []), ...(rest ?? [])];
}

/** The ways in which a host belongs to a name, the nearest first: as itself, by one label before it, by several, or by its parent. */
function nearness(name: string): ((host: string) => boolean)[] {
  const isItself = (host: string) => host === name;
  const labels = name.split('.');
  const above = labels.slice(0, -1).map((_, depth) => labels.slice(depth).join('.'));
  return [
    isItself,
    ...above.flatMap((domain) => [
      (host: string) => host.slice(host.indexOf('.') + 1) === domain,
      (host: string) => host.endsWith(`.${domain}`),
    ]),
  ];
}
