import { hasExtension } from '../diagnosis/reply.js';
import type { AnsweredPort, SeenPorts } from '../report/seen-ports.js';
import type { Settings } from '../settings/settings.js';
import { TRIED_PORTS } from '../settings/uri/mail-ports.js';
import { offersPassword } from '../smtp/session/sasl-mechanism.js';
import type { Candidate } from './plan.js';
import type { Trial } from './try-server.js';

/** A look at a server that came to an end. */
export interface Look {
  candidate: Candidate;
  trial: Trial;
}

/** What looks have shown of the settings' own host, so that no step leads to what is known not to be there. */
export function seenOf(looks: readonly Look[], uri: Settings['uri']): SeenPorts {
  const own = looks.filter(({ candidate }) => candidate.host === uri.host);
  const plain = own.find(
    ({ candidate: { port, security } }) => port === uri.port && security !== 'tls',
  );
  const starttlsSeen = uri.security === 'tls' && plain ? starttlsOf(plain.trial) : undefined;
  const shutPorts = TRIED_PORTS.filter((port) => {
    const there = own.filter(({ candidate }) => candidate.port === port);
    return there.length > 0 && there.every(({ trial }) => trial.connectMs === undefined);
  });
  const isOpenElsewhere = own.some(
    ({ candidate: { port }, trial }) => port !== uri.port && trial.connectMs !== undefined,
  );
  return { ...(starttlsSeen ? { starttlsSeen } : {}), shutPorts, isOpenElsewhere };
}

/** The other ports of the host that answered as a mail server, and why none of them is a cure. */
export function answeredOf(looks: readonly Look[], uri: Settings['uri']): AnsweredPort[] {
  return TRIED_PORTS.flatMap((port) => {
    const there = looks.filter(
      ({ candidate }) => candidate.host === uri.host && candidate.port === port,
    );
    const [lacks] = port === uri.port ? [] : there.flatMap(({ trial }) => lackOf(trial, uri) ?? []);
    return lacks ? [{ port, lacks }] : [];
  });
}

function lackOf({ isOk, isSecure, outcome }: Trial, { user }: Settings['uri']) {
  if (outcome.evidence?.isCertificateRefused) return 'trust';
  if (!isOk) return undefined;
  const hasLogin = user === undefined || offersPassword(outcome.situation.extensions ?? []);
  if (!hasLogin) return 'login';
  return isSecure ? undefined : 'encryption';
}

/** What a server made of STARTTLS. A certificate that does not verify comes after it was taken. */
function starttlsOf({ isOk, isSecure, outcome }: Trial) {
  const { evidence, situation } = outcome;
  if (isOk) return isSecure ? 'taken' : 'not-offered';
  if (evidence?.step !== 'starttls') return undefined;
  if (evidence.isCertificateRefused) return 'taken';
  return hasExtension(situation.extensions ?? [], 'STARTTLS') ? 'refused' : 'not-offered';
}
