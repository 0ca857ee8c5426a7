import type { Facts } from '../../report/facts.js';
import type { MissingValue } from '../../report/setting-problem.js';
import { OWN_ENV_FILE } from '../../settings/env-files/own-env-file.js';
import { formatYamlLine } from '../../settings/yaml/yaml-line.js';
import { plan } from './plan.js';

/** What is said where values are missing. */
export interface MissingPlan {
  values: readonly MissingValue[];
  /** The one that the cause is about stands somewhere, empty. */
  isEmpty: boolean;
  nextSteps: ReturnType<typeof stepsOf>;
  /** The file that a value is to be written into, where it is not the place of the cause itself. */
  otherFile: string;
}

/** Names everything that is missing; the value the cause is about may stand somewhere, empty. */
export function planMissing(facts: Facts, about: MissingValue): MissingPlan {
  const values = facts.missing?.length ? facts.missing : [about];
  const isEmpty = about !== 'recipient' && facts.file !== undefined && values.length === 1;
  const otherFile = facts.file ?? OWN_ENV_FILE;
  return { values, isEmpty, nextSteps: stepsOf(facts, about), otherFile };
}

/** A missing value's line, in the words of its place. */
export function lineFor(value: 'uri' | 'sender', example: string, { homes }: Facts): string {
  const variable = value === 'uri' ? 'SMTP_URI' : 'SMTP_SENDER';
  const home = homes?.[value];
  if (!home?.spot) return `${variable}=${example}`;
  const line = formatYamlLine(home.spot, example);
  if (home.add?.under !== '') return line;
  return `environment: { ${formatYamlLine({ ...home.spot, isItem: false }, example)} }`;
}

function stepsOf(
  { foreignNames = [], misspelt, file, isOfKubernetes, homes }: Facts,
  about: MissingValue,
) {
  const isForeign = foreignNames.length > 0;
  return plan(
    isForeign && 'foreign',
    !isForeign && misspelt !== undefined && 'rename',
    'write',
    file === undefined && !isOfKubernetes && !homes && about !== 'recipient' && 'name-file',
  );
}
