import type { AbsentValue } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { place } from '../phrases.js';

/** The words for a value that comes from a ConfigMap or a Secret of which no file was given. */
export function notGivenText(variable: string, absent: AbsentValue): CauseText {
  const { kind = 'Secret', name = '', key, namespace } = absent.source ?? {};
  const what = `the ${kind} ${name}`;
  const at = namespace === undefined ? '' : ` -n ${namespace}`;
  const isPlain = [name, namespace ?? 'x'].every((one) => /^[a-z\d][a-z\d.-]*$/.test(one));
  const keys =
    kind === 'Secret'
      ? `kubectl describe secret ${name}${at}`
      : `kubectl get configmap ${name}${at} -o go-template='{{range $key, $_ := .data}}{{$key}} {{end}}'`;
  return {
    title:
      key === undefined
        ? `The container of ${absent.service} takes ${what} whole, and no given file holds it`
        : `${variable} in ${place(absent)} comes from ${what}, key ${key}, and no given file holds it`,
    explanation: `Whether ${variable} is right, nobody can tell from these files: the value is in the cluster, or in another file.`,
    nextSteps: [
      `Name the manifest of ${what}, too: --settings ${absent.file} --settings FILE`,
      'Or check from the pod, which has the value: tailchat smtp verify --in kubernetes:deploy/NAME',
      ...(isPlain
        ? [`See whether it has the key ${key ?? variable}; the value is not shown: ${keys}`]
        : []),
    ],
  };
}
