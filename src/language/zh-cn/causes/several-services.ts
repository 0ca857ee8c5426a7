import type { CauseText } from '../../texts.js';
import { list } from '../grammar.js';

/** The words for settings that differ from service to service. */
export function severalServices(services: readonly string[]): CauseText {
  const [first = ''] = services;
  return {
    title: `无法确定由哪个服务发信：${list([...services])}`,
    explanation: '只有运行 core/user 的那个服务的配置才算数。',
    nextSteps: [`指定服务：--service ${first}`],
  };
}
