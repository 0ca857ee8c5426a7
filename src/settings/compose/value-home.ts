import type { ValueHome } from '../../report/value-home.js';
import { nameOf } from '../name-of.js';
import { shownName } from '../shown-name.js';
import type { VariableName } from '../variables.js';
import type { LoadedService } from './choose-service.js';
import type { ComposeProject } from './compose-project.js';
import type { ComposeVariable } from './compose-service.js';
import type { ServiceForms } from './lines-to-write.js';

/** How an entry is written. */
const formOf = ({ isItem, form }: ComposeVariable) => ({ isItem, form });

/** The name that an empty entry takes its value from. One that nothing sets may be a part of a password. */
function takenFrom(
  { taken, unset = [] }: ComposeVariable,
  dotEnv: ComposeProject['dotEnv'],
): string | undefined {
  const isSet =
    taken !== undefined && (dotEnv.has(taken) || unset.every(({ name }) => name !== taken));
  return isSet ? taken : shownName(unset.filter(({ name }) => name === taken));
}

/**
 * Where a missing value of a service belongs: the place that names it without a value, the source of that place, the last env
 * file of the service, else its `environment:`. Pure.
 */
export function valueHome(
  variable: VariableName,
  { service, environment }: LoadedService,
  { dotEnv, folder, forms }: ComposeProject & { forms: Pick<ServiceForms, 'environment'> },
  cwd: string,
): ValueHome {
  const spot = { key: variable, isCompose: true };
  const own = service.environment.find(({ name }) => name === variable);
  if (own) {
    const isTaken =
      own.value === undefined ||
      own.unset?.some(({ name }) => name === variable) ||
      dotEnv.has(variable);
    // An entry that only takes over another name's value leads to that name.
    const name = (!isTaken && own.value === '' && takenFrom(own, dotEnv)) || variable;
    const inDotEnv = dotEnv.get(name);
    const place = {
      file: nameOf(inDotEnv?.file ?? `${folder}/.env`, cwd),
      line: inDotEnv?.line,
    };
    if (isTaken) return place;
    if (name !== variable) return { ...place, spot: { key: name, taken: place } };
    return { file: nameOf(own.file, cwd), line: own.line, spot: { ...spot, ...formOf(own) } };
  }
  const found = environment.variables.get(variable);
  if (found) return { file: nameOf(found.file, cwd), line: found.line };
  const last = environment.envFiles.at(-1);
  if (last) return { file: nameOf(last.path, cwd) };
  const { environment: form } = forms;
  const { kind } = form;
  if (kind === 'other' || kind === 'one-line') {
    const { place } = service;
    const empty = kind === 'one-line' ? { ...place, line: form.line } : place;
    const beside = service.environment.at(-1) ?? empty;
    const at = { file: nameOf(beside.file, cwd), line: beside.line };
    return { ...at, beside: { service: service.name } };
  }
  const file = nameOf(service.place.file, cwd);
  const under = kind === 'absent' ? '' : 'environment';
  const isItem = kind === 'list';
  return { file, add: { service: service.name, under }, spot: { ...spot, isItem } };
}
