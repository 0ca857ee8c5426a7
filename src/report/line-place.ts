/** A line of a file that a value is to be written into, where that is not the place that the value was found in. */
export interface LinePlace {
  file: string;
  line?: number | undefined;
}
