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
    return tell(compareWithControl('en', server, control), {
      nearby: all,
      'not-compared': ({ advised }) =>
        `${all} To find out whether this network blocks the ports, compare with ` +
        `another host: --control-host ${advised}`,
      'with-itself': ({ advised }) =>
        `${all} Compared with itself it shows nothing: compare with ` +
        `another host, --control-host ${advised}`,
      'other-not-found': ({ other }) =>
        `${all} ${other} was not found, so there is nothing to compare with.`,
      both: ({ other, advised }) =>
        `${all} ${other} does not either: perhaps the network or the hosting provider of this ` +
        `machine blocks outgoing mail, perhaps only these hosts cannot be reached from here. A third tells: --control-host ${advised}`,
      port: ({ other, open }) =>
        `${all} ${other} accepts them on ${ports(open)}, but not on ${port}: the network of this ` +
        `machine may block port ${port}, and ${host} does not answer on the others.`,
      host: ({ other, open }) =>
        `${all} ${other} accepts them on ${ports(open)}, so this network lets these out: ${host} is ` +
        'down, it blocks this machine, or it is blocked on the way.',
    });
  },
};
