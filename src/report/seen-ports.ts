/** What a search has shown of the ports of the settings' own host. */
export interface SeenPorts {
  /** What became of STARTTLS at a port where TLS from the first byte failed. */
  starttlsSeen?: 'taken' | 'refused' | 'not-offered' | undefined;
  /** The usual ports of mail where no connection came about. */
  shutPorts?: readonly number[] | undefined;
}
