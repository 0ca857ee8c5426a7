import type { CauseText } from '../../texts.js';
import { list } from '../phrases.js';

/** The words for settings that differ from service to service. */
export function severalServices(services: readonly string[]): CauseText {
  const [first = ''] = services;
  return {
    title: `Which service sends mail is not clear: ${list([...services])}`,
    explanation:
      'They get different settings, and only the ones of the service that runs core/user count.',
    nextSteps: [`Name the service: --service ${first}`],
  };
}
