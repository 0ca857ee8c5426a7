import type { ReaderName } from '../../report/env-readers.js';

/** How Tailchat's server comes to read changed settings, by who reads its env file; `undefined` where no file shows it. */
export function restartOf(reader: ReaderName | undefined) {
  switch (reader) {
    case undefined:
      return { kind: 'unknown' } as const;
    case 'compose':
      return { kind: 'compose', command: 'docker compose' } as const;
    case 'compose1':
      return { kind: 'compose', command: 'docker-compose' } as const;
    case 'docker':
    case 'podman':
      return { kind: 'container', engine: reader } as const;
    case 'kubectl':
      return { kind: 'pod' } as const;
    case 'systemd':
      return { kind: 'unit' } as const;
    default:
      return { kind: 'program' } as const;
  }
}
