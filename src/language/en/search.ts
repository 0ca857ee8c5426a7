import { isLoopback } from '../../settings/addresses/is-loopback.js';
import type { SearchTexts } from '../interface-texts.js';

export const search: SearchTexts = {
  join: (first, second) => `${first} ${second}`,
  nothingAnswers: ({ host, port }, tried, control) => {
    const ports = (some: readonly number[]) => new Intl.ListFormat('en').format(some.map(String));
    const all = `Tried ${host} on port ${ports(tried)}: none takes a connection.`;
    // A machine's own network blocks nothing.
    if (!control && isLoopback(host)) return all;
    if (!control) {
      return (
        `${all} To tell a network that blocks these ports from a server that does, compare with ` +
        'another host: --control-host smtp.gmail.com'
      );
    }
    const { host: other, open } = control;
    if (!open) return `${all} ${other} was not found, so there is nothing to compare with.`;
    if (open.length === 0) {
      return (
        `${all} Neither does ${other}: most likely the network or the hosting provider of this ` +
        'machine blocks outgoing mail.'
      );
    }
    if (!open.includes(port)) {
      return (
        `${all} ${other} takes them on ${ports(open)}, but not on ${port}: the network of this ` +
        `machine may block port ${port}, and ${host} does not answer on the others.`
      );
    }
    return (
      `${all} ${other} takes them on ${ports(open)}, so this network lets them out: ${host} is ` +
      'down, or it or a firewall before it blocks this machine.'
    );
  },
};
