/** What the texts call the place that a check was made from, and what that is in a pod of Kubernetes. */
const SEATS: readonly (readonly [RegExp, string])[] = [
  [/本机或 Docker/g, '集群'],
  [/本机所在的网络或云服务商/g, '集群所在的网络或云服务商'],
  [/本机防火墙或安全组/g, '集群的网络策略（NetworkPolicy）'],
  [/本机（或容器）|本机或容器自己|自己所在的机器/g, '本机'],
  [/(?<=[\p{L}\p{N}])本机(?=[\p{L}\p{N}])/gu, ' Pod '],
  [/(?<=[\p{L}\p{N}])本机/gu, ' Pod'],
  [/本机(?=[\p{L}\p{N}])/gu, 'Pod '],
  [/本机/g, 'Pod'],
];

/** A text about a check that was made in a pod: there nothing is said of a machine. */
export function inPod(text: string): string {
  return SEATS.reduce((said, [words, other]) => said.replace(words, other), text);
}
