import { isIPv4, isIPv6 } from 'node:net';

/** A block of addresses (RFC 4632) that share the first `prefix` bits of `base`. */
export interface Network {
  family: 4 | 6;
  base: bigint;
  /** The number of bits: 0 to 32, or 0 to 128. */
  prefix: number;
}

/** The number that an address stands for; undefined if the text is no address. */
export function addressNumber(address: string): { family: 4 | 6; value: bigint } | undefined {
  if (isIPv4(address)) return { family: 4, value: ipv4Number(address) };
  if (!isIPv6(address) || address.includes('%')) return undefined;
  const value = ipv6Number(address);
  // An IPv4-mapped address stands for the IPv4 one (RFC 7208 section 5).
  return value >> 32n === 0xffffn
    ? { family: 4, value: value & 0xffff_ffffn }
    : { family: 6, value };
}

function ipv4Number(address: string): bigint {
  return address.split('.').reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
}

function ipv6Number(address: string): bigint {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  let text = address;
  if (tail) {
    const v4 = ipv4Number(tail[2] ?? '');
    text = `${tail[1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  }
  const [left = [], right = []] = text
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].reduce(
    (sum, group) => (sum << 16n) | BigInt(`0x${group}`),
    0n,
  );
}

const bitsOf = (family: 4 | 6) => (family === 4 ? 32 : 128);

/** The block around an address. */
export function networkOf(address: string, prefix: number): Network | undefined {
  const number = addressNumber(address);
  if (!number) return undefined;
  const { family, value } = number;
  const shift = BigInt(bitsOf(family) - prefix);
  return { family, base: (value >> shift) << shift, prefix };
}

/** Whether one block lies wholly within another. */
export function isWithin(inner: Network, outer: Network): boolean {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const shift = BigInt(bitsOf(outer.family) - outer.prefix);
  return inner.base >> shift === outer.base >> shift;
}

/**
 * Whether an address lies in the block around another one.
 *
 * @param prefix more than the family has bits counts as all of them
 */
export function isInBlock(address: string, base: string, prefix: number): boolean {
  const longest = addressNumber(address)?.family === 6 ? 128 : 32;
  const inner = networkOf(address, longest);
  const outer = networkOf(base, Math.min(prefix, longest));
  return inner !== undefined && outer !== undefined && isWithin(inner, outer);
}

/** Whether some blocks together cover another one, for example as its two halves. */
export function isCovered(network: Network, by: readonly Network[]): boolean {
  if (by.some((outer) => isWithin(network, outer))) return true;
  const isWhole = network.prefix === bitsOf(network.family);
  if (isWhole || !by.some((inner) => isWithin(inner, network))) return false;
  return halvesOf(network).every((half) => isCovered(half, by));
}

function halvesOf({ family, base, prefix }: Network): [Network, Network] {
  const half = 1n << BigInt(bitsOf(family) - prefix - 1);
  return [
    { family, base, prefix: prefix + 1 },
    { family, base: base + half, prefix: prefix + 1 },
  ];
}

/**
 * Addresses that stand for all of some blocks: one of each part that other blocks set apart from the rest.
 *
 * @param others the blocks that make a difference
 */
export function samplesOf(networks: readonly Network[], others: readonly Network[]): string[] {
  const samples = networks.flatMap((network) => {
    const parts = others
      .filter((inner) => isWithin(inner, network))
      .flatMap((inner) => [inner, behind(inner)]);
    return [network, ...parts.filter((part) => isWithin(part, network))];
  });
  return [...new Set(samples.map(({ family, base }) => formatAddress(family, base)))];
}

/** The block of the same size behind one. */
function behind({ family, base, prefix }: Network): Network {
  return { family, base: base + (1n << BigInt(bitsOf(family) - prefix)), prefix };
}

/** The usual spelling of a block: `192.0.2.0/24`, `2001:db8:0:0:0:0:0:0/32`. */
export function formatNetwork({ family, base, prefix }: Network): string {
  return `${formatAddress(family, base)}/${prefix}`;
}

function formatAddress(family: 4 | 6, value: bigint): string {
  const width = family === 4 ? 8n : 16n;
  const count = family === 4 ? 4 : 8;
  const parts = Array.from({ length: count }, (_, index) => {
    const part = (value >> (width * BigInt(count - 1 - index))) & ((1n << width) - 1n);
    return part.toString(family === 4 ? 10 : 16);
  });
  return parts.join(family === 4 ? '.' : ':');
}

/** An address in the form of the macro `i`: dotted quads, or nibbles with dots (RFC 7208 section 7.3). */
export function expandedAddress(address: string): string {
  const number = addressNumber(address);
  if (!number) return address;
  if (number.family === 4) return formatAddress(4, number.value);
  return [...number.value.toString(16).padStart(32, '0')].join('.');
}

/** The name under which DNS keeps the reverse name of an address (RFC 1035 section 3.5, RFC 3596). */
export function reverseName(address: string): string {
  const family = addressNumber(address)?.family ?? 4;
  const parts = expandedAddress(address).split('.').reverse();
  return `${parts.join('.')}.${family === 4 ? 'in-addr' : 'ip6'}.arpa`;
}
