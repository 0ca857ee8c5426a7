/** The beginning of a source in pieces, and the whole source. */
export interface Peeked {
  /** The first bytes: as many as were asked for, or all if there are fewer. */
  first: Buffer;
  /** All pieces, from the beginning on. They can be read once. */
  pieces: AsyncIterable<Buffer>;
}

/**
 * Reads the beginning of a source in pieces without losing it.
 *
 * @param least how many bytes to wait for
 * @throws the errors of reading
 */
export async function peek(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  least: number,
): Promise<Peeked> {
  const iterator = iteratorOf(source);
  const read: Buffer[] = [];
  let size = 0;
  while (size < least) {
    const { done, value } = await iterator.next();
    if (done) break;
    // The source may write the next piece over this one.
    const bytes = Buffer.from(bytesOf(value));
    read.push(bytes);
    size += bytes.length;
  }
  return { first: Buffer.concat(read), pieces: goOn(read, iterator) };
}

async function* goOn(
  read: readonly Buffer[],
  iterator: AsyncIterator<Uint8Array | string> | Iterator<Uint8Array | string>,
): AsyncGenerator<Buffer> {
  try {
    yield* read;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield bytesOf(value);
    }
  } finally {
    await iterator.return?.();
  }
}

function iteratorOf(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncIterator<Uint8Array | string> | Iterator<Uint8Array | string> {
  return Symbol.asyncIterator in source
    ? source[Symbol.asyncIterator]()
    : source[Symbol.iterator]();
}

function bytesOf(piece: Uint8Array | string): Buffer {
  if (typeof piece === 'string') return Buffer.from(piece);
  return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}
