import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CommandDefinition } from './define-command.js';
import { domainCommand } from './domain.js';
import { explainCommand } from './explain.js';
import type { SmtpCommand } from './names.js';
import { providersCommand } from './providers.js';
import { testCommand } from './test.js';
import { verifyCommand } from './verify.js';

/** What each command is, in the order of the help. */
export const DEFINITIONS: Record<SmtpCommand, (texts: CommandLineTexts) => CommandDefinition> = {
  verify: verifyCommand,
  test: testCommand,
  explain: explainCommand,
  domain: domainCommand,
  providers: providersCommand,
};
