import { errorCodeOf } from '../../errors.js';
import { type Peeked, peek } from './peek.js';

/** A text that is compressed in a way that is not read here. */
export class PackedError extends Error {
  override name = 'PackedError';

  /** @param command what writes the text to its output, with the file's name behind it */
  constructor(readonly command: string) {
    super(`The text is compressed; this shows it: ${command}`);
  }
}

/** gzip (RFC 1952 section 2.3.1, with its only method). */
const GZIP = /^1f8b08/;

/** The first bytes of formats, in hexadecimal, from the description of each, and who unpacks a file of it. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [GZIP, 'zcat'],
  [/^fd377a585a00/, 'xzcat'],
  [/^425a683\d314159265359/, 'bzcat'],
  [/^504b0304/, 'unzip -p'],
  // RFC 8878 section 3.1.1, with the frames that may be skipped.
  [/^(?:28b52ffd|5[\da-f]2a4d18)/, 'zstdcat'],
  [/^04224d18/, 'lz4cat'],
  [/^1f9d/, 'zcat'],
  [/^377abcaf271c/, '7z x -so'],
];

const LONGEST_SIGN = 12;

/**
 * The source itself, or the text inside of gzip, which is unpacked as it comes.
 *
 * @param least how many bytes to look at beforehand
 * @param onBroken told of the error where a text is cut off, or damaged, and ends there; without it the pieces throw that
 * @throws PackedError where another program compressed it
 */
export async function unpack(
  source: Peeked,
  least: number,
  onBroken?: (error: unknown) => void,
): Promise<Peeked> {
  if (!GZIP.test(signOf(source))) return refusePacked(source);
  const [{ createGunzip }, { pipeline, Readable }] = await Promise.all([
    import('node:zlib'),
    import('node:stream'),
  ]);
  // Whoever reads the text is told of its errors.
  const inside = pipeline(Readable.from(kept(source.pieces)), createGunzip(), () => {});
  return refusePacked(await peek(onBroken ? untilBroken(inside, onBroken) : inside, least));
}

/** The pieces up to an error of unpacking. Where nothing came before, it is thrown. */
async function* untilBroken(pieces: AsyncIterable<Buffer>, onBroken: (error: unknown) => void) {
  let isBegun = false;
  try {
    for await (const piece of pieces) {
      isBegun = true;
      yield piece;
    }
  } catch (error) {
    if (!isBegun || !errorCodeOf(error)?.startsWith('Z_')) throw error;
    onBroken(error);
  }
}

function refusePacked(source: Peeked): Peeked {
  const sign = signOf(source);
  const [, command] = FORMS.find(([form]) => form.test(sign)) ?? [];
  if (command !== undefined) throw new PackedError(command);
  return source;
}

const signOf = ({ first }: Peeked) => first.toString('hex', 0, LONGEST_SIGN);

/** Copies of the pieces: a source may write the next one over the last. */
async function* kept(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
