import { Secret } from '../safety/secret.js';
import type { FoundValue } from '../settings/found-values.js';
import type { VerifyOptions } from './verify-options.js';

/**
 * The two values that are given as options. They count like those of the command line.
 *
 * @throws TypeError for values of another type, which programs without types may give
 */
export function givenValues({ uri, sender, env }: Pick<VerifyOptions, 'uri' | 'sender' | 'env'>) {
  for (const [name, value] of Object.entries({ uri, sender })) {
    if (value !== undefined && typeof value !== 'string') throw new TypeError(`${name} is no text`);
  }
  if (env !== undefined && (typeof env !== 'object' || env === null)) {
    throw new TypeError('env is no object with variables');
  }
  return {
    ...(uri === undefined ? {} : { uri: given(uri) }),
    ...(sender === undefined ? {} : { sender: given(sender) }),
  };
}

function given(value: string): FoundValue {
  return { value: new Secret(value), source: { kind: 'flag' } };
}
