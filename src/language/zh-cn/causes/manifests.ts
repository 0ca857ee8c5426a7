import { place } from '../phrases.js';
import type { ProblemTexts } from './setting-problems.js';

/** What Kubernetes refuses in a manifest. */
export const MANIFEST_REFUSALS: ProblemTexts = {
  'bad-base64': (facts) => ({
    title: `${place(facts)}：data 中 ${facts.about ?? '某个键'} 的值不是 base64`,
    explanation: 'Secret 的 data 中只能是 base64，其他内容 Kubernetes 一律拒绝。',
    nextSteps: ['把这一行移到 stringData 下面，那里直接写原值'],
  }),
  'not-text': (facts) => ({
    title: `${place(facts)}：${facts.about ?? '某个键'} 的值不是文本`,
    explanation: '这里必须是文本，数字、布尔值和列表都会被 Kubernetes 拒绝。',
    nextSteps: ['给值加上引号'],
  }),
  'key-missing': (facts) => ({
    title: `${place(facts)} 引用的键 ${facts.about ?? ''} 不存在`,
    explanation: '在 ConfigMap 或 Secret 有这个键之前，容器不会启动。',
    nextSteps: ['改正这里的键名，或者在 ConfigMap 或 Secret 中加上它：键名就是变量名'],
  }),
};
