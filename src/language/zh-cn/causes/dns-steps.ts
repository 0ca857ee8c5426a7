import type { Facts } from '../../../report/facts.js';

/** Where a machine, a container or a pod has its DNS servers from. */
export const DNS_SERVERS = {
  'check-cluster-dns':
    '检查集群的 DNS（kubectl get pods -n kube-system -l k8s-app=kube-dns），以及 Pod 的 dnsPolicy 和 dnsConfig',
  'check-dns-servers':
    '检查 /etc/resolv.conf 中的 DNS 服务器；容器则检查 docker-compose.yml 的 dns: 一项',
};

/** A name that only containers of another network may know. */
export const JOIN_NETWORK = {
  'join-network': ({ host }: Facts) =>
    `如果 ${host} 是容器，让它和 Tailchat 的容器加入同一个 Docker 网络（docker-compose.yml 的 networks:）：别的网络不认识它的名称`,
};
