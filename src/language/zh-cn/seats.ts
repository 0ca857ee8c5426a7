/**
 * What the texts call the place that a check was made from, and what that is in a container or a pod. It is put in afterwards, for
 * forty texts name the machine, nearly all checks run on one, and warnings know no seat. What servers say goes past it.
 */
const SEATS = {
  pod: [
    [/本机或 Docker/g, '集群'],
    [/本机所在的网络或云服务商/g, '集群所在的网络或云服务商'],
    [/本机防火墙或安全组/g, '集群的网络策略（NetworkPolicy）'],
    [/本机（或容器）|本机或容器自己|自己所在的机器/g, '本机'],
    [/(?<=[\p{L}\p{N}])本机(?=[\p{L}\p{N}])/gu, ' Pod '],
    [/(?<=[\p{L}\p{N}])本机/gu, ' Pod'],
    [/本机(?=[\p{L}\p{N}])/gu, 'Pod '],
    [/本机/g, 'Pod'],
  ],
  container: [
    [/本机（或容器）/g, '容器'],
    [/本机或容器自己|自己所在的机器/g, '容器自己'],
    [/本机(?!或 Docker|所在的网络|防火墙)/g, '容器'],
  ],
  // A text that was pasted may come from anywhere.
  elsewhere: [
    [/本机（或容器）|本机或容器自己/g, '发信主机（或容器）自己'],
    [/在本机运行/g, '在发信主机（或容器）上运行'],
    [/本机(?=的 DNS|使用的 DNS|无法查到)/g, '发信主机（或容器）'],
    [/本机/g, '发信主机'],
  ],
} as const;

/** A text about a check that was made in a container or a pod, or about words from elsewhere: nothing is said of this machine. */
export function atSeat(text: string, seat: keyof typeof SEATS): string {
  const seats: readonly (readonly [RegExp, string])[] = SEATS[seat];
  return seats.reduce((said, [words, other]) => said.replace(words, other), text);
}
