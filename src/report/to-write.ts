/** What is to be written for a service, and how, so that all that stands there stays. */
export type ToWrite =
  /** A line below a key of the service that is there already; where that is empty, below the service. */
  | { kind: 'below'; under: string; line: string; container?: string | undefined }
  /** A line in the place of another. */
  | { kind: 'instead'; at: { file: string; line: number }; line: string }
  /** A variable beside others that no line can be added to, such as those in braces. */
  | { kind: 'variable'; at: { file: string; line: number }; value: string }
  /** A source of variables for a container, which no line can be added to: below a key, or as a new key. */
  | {
      kind: 'source';
      at: { file: string; line: number };
      under: string;
      container: string;
      item: string;
    }
  /** An env file beside others that no line can be added to. */
  | { kind: 'env-file'; at: { file: string; line: number }; name: string };
