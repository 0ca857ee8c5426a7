import type { EntryForm } from './yaml-spot.js';

/** The ConfigMap or Secret that holds a value, and the mistake in how the value was put there. */
export interface HeldIn {
  /** The variable that the value is for. */
  variable: string;
  kind: string;
  name: string;
  namespace?: string | undefined;
  key: string;
  fault?: HeldFault | undefined;
  /** The value stands in base64, below `data:` of a Secret. */
  isEncoded?: boolean | undefined;
  /** How the entry is written there, where it is not one line. */
  form?: EntryForm | undefined;
  /** The manifest and the line that hold it. */
  file: string;
  line: number;
}

/** What people do to a value on its way into a ConfigMap or a Secret. */
export type HeldFault =
  /** The value was encoded in base64 once more than it is decoded. */
  | 'still-base64'
  /** `echo` without `-n` put a line end behind it. */
  | 'line-end'
  /** Quotation marks of a shell or of an env file are in it. */
  | 'quotes';
