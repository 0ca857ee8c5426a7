import type { SearchTexts } from '../interface-texts.js';
import { tell } from '../plans/plan.js';
import { compareWithControl } from '../plans/search.js';
import { agree } from './grammar.js';

export const search: SearchTexts = {
  join: (first, second) => `${first} ${second}`,
  nothingAnswers: (server, tried, control) => {
    const { host, port } = server;
    const ports = (some: readonly number[]) => new Intl.ListFormat('en').format(some.map(String));
    const all = `${host} accepts no connection on ${agree(tried.length, 'port', 'ports')} ${ports(tried)}.`;
    return tell(compareWithControl(server, control), {
      'own-machine': all,
      'not-compared':
        `${all} To find out whether this network blocks the ports, compare with ` +
        'another host: --control-host smtp.gmail.com',
      'other-not-found': ({ other }) =>
        `${all} ${other} was not found, so there is nothing to compare with.`,
      network: ({ other }) =>
        `${all} ${other} does not either: most likely the network or the hosting provider of this ` +
        'machine blocks outgoing mail.',
      port: ({ other, open }) =>
        `${all} ${other} accepts them on ${ports(open)}, but not on ${port}: the network of this ` +
        `machine may block port ${port}, and ${host} does not answer on the others.`,
      host: ({ other, open }) =>
        `${all} ${other} accepts them on ${ports(open)}, so this network is open: ${host} is ` +
        'down, or it blocks this machine.',
    });
  },
};
