import type { CauseText } from '../../texts.js';
import { list } from '../grammar.js';

/** The words for settings that differ from service to service. */
export function severalServices(services: readonly string[]): CauseText {
  const [first = ''] = services;
  return {
    title: `Several services may send mail: ${list([...services])}`,
    explanation: 'Only the settings of the service that runs core/user count.',
    nextSteps: [`Name the service: --service ${first}`],
  };
}
