/** What files out here set for a container that lacks it. */
export interface HeldOutside {
  /** The name of the container. */
  container: string;
  uri?: Place | undefined;
  sender?: Place | undefined;
  /** The compose file here gives it to its service. */
  isGiven: boolean;
  /** Compose made the container. */
  isOfCompose: boolean;
}

interface Place {
  file: string;
  line?: number | undefined;
}
