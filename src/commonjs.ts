import { processContext } from './context.js';
import { createHostedCommand } from './hosted-command.js';
import type * as Library from './index.js';

// `require()` loads this file. Node 18 cannot require ES modules, and a host wants the command at once. So the facts that the
// host must know are here, and the rest is imported when the command runs.
const load = (): Promise<typeof Library> => import('./index.js');
const context = processContext();

export const smtpCommand: Library.SmtpCommandModule = {
  ...createHostedCommand(context, context.setExitCode),
  handler: async (args) => (await load()).smtpCommand.handler(args),
};

export const verify: typeof Library.verify = async (options) => (await load()).verify(options);

export const sendTest: typeof Library.sendTest = async (options) =>
  (await load()).sendTest(options);

export const explain: typeof Library.explain = async (source, options) =>
  (await load()).explain(source, options);

export const checkDomain: typeof Library.checkDomain = async (options) =>
  (await load()).checkDomain(options);
