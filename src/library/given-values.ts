import { Secret } from '../safety/secret.js';
import type { FoundValue } from '../settings/found-values.js';
import type { VerifyOptions } from './verify-options.js';

/** The two values that are given as options. They count like those of the command line. */
export function givenValues({ uri, sender }: Pick<VerifyOptions, 'uri' | 'sender'>) {
  return {
    ...(uri === undefined ? {} : { uri: given(uri) }),
    ...(sender === undefined ? {} : { sender: given(sender) }),
  };
}

function given(value: string): FoundValue {
  return { value: new Secret(value), source: { kind: 'flag' } };
}
