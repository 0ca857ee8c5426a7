import { describe, expect, it } from 'vitest';
import { runExplainCommand } from '../../../src/commands/smtp/run-explain-command.js';
import { InterruptedError } from '../../../src/errors.js';
import { createFakeContext } from '../../helpers/fake-context.js';

describe('explain', () => {
  it('ends when it was interrupted before stdin is read', async () => {
    const context = createFakeContext({ argv: ['smtp', 'explain'] });
    const args = { isJson: false, isQuiet: false, isColorWanted: false };
    const signal = AbortSignal.abort(new InterruptedError());
    const run = runExplainCommand(args, { context, signal, language: 'en' });
    await expect(run).rejects.toBeInstanceOf(InterruptedError);
  });
});
