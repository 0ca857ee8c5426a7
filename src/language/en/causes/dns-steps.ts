import type { Facts } from '../../../report/facts.js';

/** Where a machine, a container or a pod has its DNS servers from. */
export const DNS_SERVERS = {
  'check-cluster-dns':
    "Check the cluster's DNS (kubectl get pods -n kube-system -l k8s-app=kube-dns), and dnsPolicy and dnsConfig of the pod",
  'check-dns-servers':
    'Check the DNS servers in /etc/resolv.conf, or under "dns:" in docker-compose.yml for a container',
};

/** A name that only containers of another network may know. */
export const JOIN_NETWORK = {
  'join-network': ({ host }: Facts) =>
    `If ${host} is a container, put it and Tailchat's into one Docker network (networks: in docker-compose.yml): no other knows its name`,
};
