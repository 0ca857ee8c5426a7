import type { HeldFault, HeldIn } from '../../../report/held-in.js';

const FAULTS: Record<HeldFault, string> = {
  'still-base64': '仍然是 base64：编码了两次，或者把 base64 写在了 stringData 下面',
  'line-end': '末尾有一个换行：不带 -n 的 echo 会加上它',
  quotes: '含有引号：Kubernetes 会原样保留',
};

/** How to repair a value that a ConfigMap or a Secret holds. */
export function repairHeld(held: HeldIn): string[] {
  const what = held.fault
    ? [`${held.kind} ${held.name} 中的 ${held.key} ${FAULTS[held.fault]}`]
    : [];
  return [...what, `重新写入并应用：${patchCommand(held)}`];
}

/** The command that sets one key, with a place for the value. */
export function patchCommand({ variable, kind, name, namespace, key }: HeldIn): string {
  const field = kind === 'Secret' ? 'stringData' : 'data';
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  const patch = JSON.stringify({ [field]: { [key]: `<${variable}>` } });
  return `kubectl patch ${kind.toLowerCase()} ${name}${where} --type merge -p '${patch}'`;
}
