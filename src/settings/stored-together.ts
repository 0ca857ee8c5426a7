import { resolve } from 'node:path';
import { nameOf } from './name-of.js';
import type { ManifestText } from './sort-by-kind.js';
import type { StoredValues } from './stored-values.js';
import { VARIABLES } from './variables.js';

/** The named files that are no manifests. */
export function besides(
  manifests: readonly ManifestText[],
  names: readonly string[] | undefined,
  cwd: string,
): string[] {
  const isOne = (name: string) => manifests.some(({ path }) => path === resolve(cwd, name));
  return (names ?? []).filter((name) => !isOne(name));
}

/**
 * What manifests of Kubernetes and other named files say together: of all that have a variable, the last counts. Pure.
 *
 * @param names the files in the order in which they were named
 */
export function storedTogether(
  manifests: StoredValues,
  others: StoredValues,
  names: readonly string[],
  cwd: string,
): StoredValues {
  const order = names.map((name) => nameOf(resolve(cwd, name), cwd));
  const rank = (file = '') => order.lastIndexOf(file);
  const placesOf = (variable: (typeof VARIABLES)[number]) =>
    [...manifests.places[variable], ...others.places[variable]].sort(
      (one, other) => rank(other.source.file) - rank(one.source.file),
    );
  const places = { SMTP_URI: placesOf('SMTP_URI'), SMTP_SENDER: placesOf('SMTP_SENDER') };
  const [uri] = places.SMTP_URI;
  // What is said of restarts and of missing values is for whoever reads the file that counts.
  const isOther = uri ? others.places.SMTP_URI.includes(uri) : Boolean(others.absent?.SMTP_URI);
  const absent = { ...others.absent, ...manifests.absent };
  for (const variable of VARIABLES) if (places[variable].length > 0) delete absent[variable];
  return {
    ...(isOther ? others : manifests),
    ...{ places, absent, envFiles: others.envFiles, isDecided: true },
    remarks: [...manifests.remarks, ...others.remarks],
    problem: manifests.problem ?? others.problem,
  };
}
