import { formOf } from '../../plans/manifests.js';
import type { ProblemTexts } from '../../plans/settings.js';
import { place } from '../phrases.js';

/** What Kubernetes refuses in a manifest. */
export const MANIFEST_REFUSALS: ProblemTexts = {
  'stray-yaml': (facts) => ({
    title: `${facts.file ?? '该文件'} 既不是 compose 文件，也不是 Kubernetes 清单`,
    explanation: '它像是 Helm chart 的 values：容器得到什么，要由 chart 决定。',
    nextSteps: [
      '如果是 Helm chart，先渲染成文件，再指定该文件：helm template RELEASE CHART -f VALUES > rendered.yaml',
      '否则请指定 Tailchat 实际使用的 compose 文件、清单或 env 文件',
    ],
  }),
  kustomization: ({ file = '这个文件' }) => ({
    title: `${file} 只告诉 Kustomize 怎样生成清单：容器得到什么，要看生成的清单`,
    explanation: '读到的文件里没有 Kubernetes 能直接使用的 SMTP_URI。',
    nextSteps: ['生成清单，再指定那个文件：kubectl kustomize FOLDER > rendered.yaml'],
  }),
  'bad-base64': (facts) => ({
    title: `${place(facts)}：data 中 ${facts.about ?? '某个键'} 的值不是 base64`,
    explanation: 'Secret 的 data 中只能是 base64，其他内容 Kubernetes 一律拒绝。',
    nextSteps: ['把这一行移到 stringData 下面，那里直接写原值'],
  }),
  'cut-base64': (facts) => ({
    title: `${place(facts)}：data 中 ${facts.about ?? '某个键'} 的值不是完整的 base64`,
    explanation: 'Kubernetes 会拒绝它。可能是复制时少了一段、断成了几行，或者根本没有编码。',
    nextSteps: [`删除这一行，在 stringData: 下面直接写原值，不要 base64：${formOf(facts)}`],
  }),
  'not-text': (facts) => ({
    title: `${place(facts)}：${facts.about ?? '某个键'} 的值不是文本`,
    explanation: '这里必须是文本，数字、布尔值和列表都会被 Kubernetes 拒绝。',
    nextSteps: ['给值加上引号'],
  }),
  template: (facts) => ({
    title: `${place(facts)}：${facts.about ?? '某个键'} 的值是 Helm 模板 {{ … }}`,
    explanation: '这个文件由 Helm 渲染成清单，渲染之后才知道值是什么。',
    nextSteps: [
      '先渲染 chart，再指定渲染出的文件：helm template RELEASE CHART -f VALUES > rendered.yaml',
    ],
  }),
  'key-missing': (facts) => ({
    title: `${place(facts)} 引用的键 ${facts.about ?? ''} 不存在`,
    explanation: '在 ConfigMap 或 Secret 有这个键之前，容器不会启动。',
    nextSteps: ['改正这里的键名，或者在 ConfigMap 或 Secret 中加上它：键名就是变量名'],
  }),
};
