import type { EarlyLook, LookEarly, Neighbour } from '../smtp/cure.js';
import { Looks } from './looks.js';
import { type Candidate, planServers } from './plan.js';
import { searchServers } from './search-servers.js';

/** The longest time to connect, in milliseconds. A slower port may have lost a SYN itself, which is the network's fault. */
const SLOW_MS = 900;

/**
 * Begins the search for another port of a host that has not answered yet. Nothing secret is sent, and the attempt goes on
 * meanwhile. A later search continues from the results.
 *
 * @param request.deadline bounds the look; its clock is stopped with the look
 */
export const lookEarly: LookEarly = async (request) => {
  const { settings, deadline } = request;
  const looks = new Looks(request, deadline.remaining());
  const { host } = settings.uri;
  const plan = planServers({
    ...{ uri: settings.uri, cause: 'connection-timeout', certificateNames: [] },
  });
  const own = plan.filter((candidate) => candidate.host === host);
  const look: EarlyLook = {
    neighbour: firstToAnswer(looks, own),
    lookFurther: () => {
      for (const candidate of plan) void looks.at(candidate);
    },
    search: (search) => searchServers(search, looks),
    end: () => {
      looks.end();
      deadline.clear();
    },
  };
  return look;
};

/** The first server that connected at once and speaks as a mail server does. */
function firstToAnswer(looks: Looks, candidates: readonly Candidate[]) {
  const answers = candidates.map(async (candidate): Promise<Neighbour> => {
    const trial = await looks.at(candidate);
    const ms = trial?.connectMs;
    const isHeard = trial?.isOk || trial?.outcome.situation.greeting !== undefined;
    if (ms === undefined || ms > SLOW_MS || !isHeard) throw new Error('no answer');
    return { port: candidate.port, ms };
  });
  return Promise.any(answers).catch(() => undefined);
}
