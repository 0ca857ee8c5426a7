// Loaded with `node --import`: asking for the name of this machine fails, as it would by a bug.
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.hostname = () => {
  throw new Error('injected fault');
};
syncBuiltinESMExports();
