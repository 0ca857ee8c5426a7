import type { HeldIn } from '../../../report/held-in.js';
import { deedOfHeld, type HeldDeed, placeOfHeld, stepsOfHeld } from '../../plans/held.js';
import { known, say, tell } from '../../plans/plan.js';
import { type MaskedLine, maskedIn } from '../../plans/settings.js';
import { place } from '../phrases.js';

const FAULTS: Record<HeldDeed, string> = {
  'encoded-twice': '仍然是 base64：编码了两次',
  'in-string-data': '是 base64，而 stringData 会原样保留',
  'in-config-map': '是 base64，而 ConfigMap 会原样保留：只有 Secret 的 data: 会解码',
  'line-end': '末尾有一个换行：不带 -n 的 echo 会加上它',
  quotes: '含有引号：Kubernetes 会原样保留',
};

/** How to repair a value that a manifest gives in a ConfigMap or a Secret: in that file, which is applied again. */
export function repairHeld(held: HeldIn, facts: MaskedLine): string[] {
  return say(stepsOfHeld(held), held, {
    fault: ({ key, kind, name }) =>
      known(
        held.fault,
        (fault) => `${kind} ${name} 中的 ${key} ${FAULTS[deedOfHeld(held, fault)]}`,
      ),
    write: `${writeHeld(held, facts.envLine)}${unmask(facts)}`,
    apply: `然后应用它：kubectl apply -f ${held.file}`,
  });
}

/** What to put in for what is masked in a line, behind the line. */
export function unmask(facts: MaskedLine): string {
  return tell(maskedIn(facts), {
    nothing: '',
    password: '，其中 *** 换成百分号编码后的密码（加上 --show-secrets 可显示完整的一行）',
    sender: '，其中 *** 换成原来的内容（加上 --show-secrets 可显示完整的一行）',
    login: '，其中 *** 换成百分号编码后的用户名和密码（加上 --show-secrets 可显示完整的一行）',
  });
}

/** Where the value belongs, and the line to write there. */
export function writeHeld(
  held: HeldIn,
  line = `${held.key}: '<${held.variable}>'（<${held.variable}> 换成值本身）`,
): string {
  return tell(placeOfHeld(held), {
    'string-data': `在 ${held.file} 中删除 data: 下面的 ${held.key}（${place(held)}），并在 Secret ${held.name} 的 stringData: 下面写上：${line}`,
    'in-place': `把 ${place(held)} 写成：${line}`,
    'in-entry': `把 ${place(held)} 的整个条目写成：${line}`,
  });
}
