/** A text, or the pieces of one, as they come. The library's types need no more of all this than that. */
export type Source = string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;
