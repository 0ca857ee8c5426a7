import { isLoopback } from '../../settings/addresses/is-loopback.js';
import type { SearchTexts } from '../interface-texts.js';

export const search: SearchTexts = {
  join: (first, second) => `${first} ${second}`,
  nothingAnswers: ({ host, port }, tried, control) => {
    const ports = (some: readonly number[]) => new Intl.ListFormat('en').format(some.map(String));
    const all = `${host} accepts no connection on port ${ports(tried)}.`;
    // A machine's own network blocks nothing.
    if (!control && isLoopback(host)) return all;
    if (!control) {
      return (
        `${all} To find out whether this network blocks the ports, compare with ` +
        'another host: --control-host smtp.gmail.com'
      );
    }
    const { host: other, open } = control;
    if (!open) return `${all} ${other} was not found, so there is nothing to compare with.`;
    if (open.length === 0) {
      return (
        `${all} Nor does ${other}: most likely the network or the hosting provider of this ` +
        'machine blocks outgoing mail.'
      );
    }
    if (!open.includes(port)) {
      return (
        `${all} ${other} accepts them on ${ports(open)}, but not on ${port}: the network of this ` +
        `machine may block port ${port}, and ${host} does not answer on the others.`
      );
    }
    return (
      `${all} ${other} accepts them on ${ports(open)}, so this network is open: ${host} is ` +
      'down, or it blocks this machine.'
    );
  },
};
