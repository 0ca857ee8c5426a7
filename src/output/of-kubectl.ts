import type { ReportContainer } from '../report/container.js';

/** The check ran in a pod. */
export function isOfKubectl(container: ReportContainer | undefined): boolean {
  return container?.engine === 'kubectl';
}

/** The named workload, if kubectl can restart its pods. It cannot restart a single pod. */
export function workloadOf(container: ReportContainer | undefined): string | undefined {
  if (!isOfKubectl(container)) return undefined;
  const [, kind, name] = WORKLOAD.exec(container?.name ?? '') ?? [];
  return kind && name ? `${kind}/${name}` : undefined;
}

const WORKLOAD =
  /^((?:deploy(?:ments?)?|statefulsets?|sts|daemonsets?|ds)(?:\.apps)?)\/([a-z\d][a-z\d.-]{0,252})(?:\/.+)?$/;
