/** What a search has shown of the ports of the settings' own host. */
export interface SeenPorts {
  /** What became of STARTTLS at a port where TLS from the first byte failed. */
  starttlsSeen?: 'taken' | 'refused' | 'not-offered' | undefined;
  /** The usual ports of mail where no connection came about. */
  shutPorts?: readonly number[] | undefined;
  /** A host to compare with took a connection on the port of the settings: nothing keeps this machine from it. */
  isLetOut?: boolean | undefined;
  /** Another port of the host took a connection, so that the machine and a server on it are there. */
  isOpenElsewhere?: boolean | undefined;
  /** Other ports of the host that answered, and what each of them lacks. Present only where no line was found that works. */
  answered?: readonly AnsweredPort[] | undefined;
}

/** A port that answered, and is no cure: its certificate is not trusted, it offers no login, or no encryption. */
export interface AnsweredPort {
  port: number;
  lacks: 'trust' | 'login' | 'encryption';
}
