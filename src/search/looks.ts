import { type Deadline, followSignal, startDeadline } from '../deadline.js';
import { isIP } from '../safety/is-ip.js';
import { resolveHost } from '../smtp/connection/resolve-host.js';
import type { CureRequest } from '../smtp/cure.js';
import type { Candidate } from './plan.js';
import { type Trial, tryWithoutLogin } from './try-server.js';

/** The most addresses of each family that are tried. */
const MOST_ADDRESSES = 2;

/** The parts of a request that looks need. */
export type LookRequest = Pick<
  CureRequest,
  'settings' | 'addresses' | 'certificate' | 'ca' | 'deadline'
>;

/** Looks at servers, side by side and without anything secret. Each server is looked at once, whoever asks. */
export class Looks {
  readonly #request: LookRequest;
  readonly #controller: AbortController;
  readonly #deadline: Deadline;
  readonly #start = performance.now();
  readonly #trials = new Map<string, Promise<Trial | undefined>>();
  readonly #addresses = new Map<string, Promise<readonly string[]>>();

  /** @param longestMs all looks together take no longer, in milliseconds */
  constructor(request: LookRequest, longestMs: number) {
    this.#request = request;
    this.#controller = followSignal(request.deadline.signal);
    this.#deadline = startDeadline(longestMs, this.#controller.signal);
  }

  get deadline(): Deadline {
    return this.#deadline;
  }

  /** The time since the looks began, in milliseconds. */
  get ageMs(): number {
    return performance.now() - this.#start;
  }

  /** The result of the look at a server. Undefined where no address or no time was left. */
  at(candidate: Candidate): Promise<Trial | undefined> {
    const { host, port, security, tls } = candidate;
    const key = JSON.stringify([host, port, security, tls?.servername]);
    const known = this.#trials.get(key) ?? this.#tryServer(candidate).catch(() => undefined);
    this.#trials.set(key, known);
    return known;
  }

  addressesOf(host: string): Promise<readonly string[]> {
    const known = this.#addresses.get(host) ?? findAddresses(host, this.#request, this.#deadline);
    this.#addresses.set(host, known);
    return known;
  }

  end(): void {
    this.#controller.abort();
    this.#deadline.clear();
  }

  async #tryServer(candidate: Candidate): Promise<Trial | undefined> {
    const { settings, ca } = this.#request;
    const addresses = await this.addressesOf(candidate.host);
    if (addresses.length === 0) return undefined;
    const uri = { ...settings.uri, ...candidate };
    return await tryWithoutLogin({
      settings: { ...settings, uri },
      ca,
      addresses,
      deadline: this.#deadline,
    });
  }
}

/** The addresses to try. A name that only a certificate has told must lead to the same machine. No other machine is asked. */
async function findAddresses(
  host: string,
  { settings, certificate, addresses }: LookRequest,
  { signal }: Deadline,
): Promise<readonly string[]> {
  if (host === settings.uri.host && addresses.length > 0) return some(addresses);
  const found = await resolveHost(host, signal).catch((): string[] => []);
  const isOfCertificate = certificate?.names.includes(host) ?? false;
  const isSame = found.some((address) => addresses.includes(address));
  return isOfCertificate && !isSame ? [] : some(found);
}

function some(addresses: readonly string[]): readonly string[] {
  const family = (number: number) => addresses.filter((address) => isIP(address) === number);
  return [4, 6].flatMap((number) => family(number).slice(0, MOST_ADDRESSES));
}
