import type { AbsentValue } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { place } from '../phrases.js';

/** The words for a value that comes from a ConfigMap or a Secret of which no file was given. */
export function notGivenText(variable: string, absent: AbsentValue): CauseText {
  const { kind = 'Secret', name = '', key, namespace } = absent.source ?? {};
  const what = `${kind} ${name}`;
  const at = namespace === undefined ? '' : ` -n ${namespace}`;
  const isPlain = [name, namespace ?? 'x'].every((one) => /^[a-z\d][a-z\d.-]*$/.test(one));
  const keys =
    kind === 'Secret'
      ? `kubectl describe secret ${name}${at}`
      : `kubectl get configmap ${name}${at} -o go-template='{{range $key, $_ := .data}}{{$key}} {{end}}'`;
  return {
    title:
      key === undefined
        ? `${absent.service} 的容器取用整个 ${what}，而给出的文件里没有它`
        : `${place(absent)} 中的 ${variable} 取自 ${what} 的键 ${key}，而给出的文件里没有它`,
    explanation: `从这些文件看不出 ${variable} 对不对：它的值在集群里，或者在别的文件里。`,
    nextSteps: [
      `把 ${what} 的清单文件也一起指定：--settings ${absent.file} --settings FILE`,
      '或者在 Pod 里检查，那里有这个值：tailchat smtp verify --in kubernetes:deploy/NAME',
      ...(isPlain ? [`查看它有没有 ${key ?? variable} 这个键（不会显示值）：${keys}`] : []),
    ],
  };
}
