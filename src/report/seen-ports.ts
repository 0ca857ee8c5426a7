/** What a search has shown of the ports of the settings' own host. */
export interface SeenPorts {
  /** What became of STARTTLS at a port where TLS from the first byte failed. */
  starttlsSeen?: 'taken' | 'refused' | 'not-offered' | undefined;
  /** The usual ports of mail where no connection came about. */
  shutPorts?: readonly number[] | undefined;
  /** Another port of the host took a connection, so that the machine and a server on it are there. */
  isOpenElsewhere?: boolean | undefined;
}
