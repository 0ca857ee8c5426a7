/** Where a value comes from. */
export interface ValueSource {
  kind: 'flag' | 'env' | 'file' | 'prompt' | 'stdin' | 'sandbox';
  /** The env file, as it was named. Present only if the kind is `file`. */
  file?: string;
  /** The line in that file, from 1. */
  line?: number;
}

/** A line of an env file. */
export interface FileSource extends ValueSource {
  kind: 'file';
  file: string;
  line: number;
}
