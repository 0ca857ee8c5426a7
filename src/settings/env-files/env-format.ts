import { READER_NAMES } from '../../report/env-readers.js';

/** What `--env-format` takes. */
export const ENV_FORMATS = ['auto', ...READER_NAMES] as const;

/** How to read an env file: by one reader's rules, or by those of the reader that it is for. */
export type EnvFormat = (typeof ENV_FORMATS)[number];
