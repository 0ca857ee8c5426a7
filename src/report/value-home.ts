/** Where a value belongs that stands nowhere yet, or is empty. */
export interface ValueHome {
  file: string;
  /** The line that sets it now, without a value. */
  line?: number | undefined;
  /** An addition to the service: below this key of it, or below itself where that is empty. */
  add?: { service: string; under: string } | undefined;
  /** How it is written there; default: as in an env file. */
  spot?:
    | {
        key: string;
        isItem?: boolean | undefined;
        isCompose?: boolean | undefined;
        /** It is the line of another variable, whose value it takes. */
        taken?: { file: string; line?: number | undefined } | 'shell' | undefined;
      }
    | undefined;
}
