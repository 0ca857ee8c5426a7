import { describe, expect, it } from 'vitest';
import { chooseContainer, type Wanted } from '../../../src/inside/choose-container.js';
import type { ListedContainer } from '../../../src/inside/listed-container.js';

const HERE = '/srv/chat';
const wanted: Wanted = {
  ...{ wanted: 'service-core', isService: true, engine: 'docker' },
  ...{ folder: HERE, folders: [HERE] },
};
const one = (name: string, more: Partial<ListedContainer> = {}): ListedContainer => ({
  ...{ id: `id-of-${name}`, name, state: 'running', service: 'service-core' },
  ...{
    project: 'chat',
    folder: HERE,
    isOfCompose: true,
    isOneOff: false,
    usesHostNetwork: false,
    ...more,
  },
});
const oneOff = one('chat-service-core-run-1', { isOneOff: true });

describe('the container of a service', () => {
  it.each([true, false])(
    'is none that was made for one command (as a service: %s)',
    (isService) => {
      const core = one('chat-service-core-1');
      expect(chooseContainer([oneOff, core], { ...wanted, isService })).toBe(core);
      expect(chooseContainer([oneOff], { ...wanted, isService })).toBeUndefined();
      const stopped = one('chat-service-core-1', { state: 'exited' });
      expect(chooseContainer([oneOff, stopped], { ...wanted, isService })).toMatchObject({
        problem: 'not-running',
      });
    },
  );

  it('is one that was made for one command where that is named', () => {
    const named = { ...wanted, isService: false };
    expect(chooseContainer([oneOff], { ...named, wanted: oneOff.name })).toBe(oneOff);
    expect(chooseContainer([oneOff], { ...named, wanted: oneOff.id })).toBe(oneOff);
  });

  it('is that of a stack before one of another project', () => {
    const task = one('chat_service-core.1.x', {
      ...{ folder: undefined, isOfCompose: false, swarmName: 'chat_service-core' },
    });
    const other = one('b-service-core-1', { folder: '/srv/b', project: 'b' });
    expect(chooseContainer([other, task], wanted)).toBe(task);
    const named = { ...wanted, isService: false, wanted: 'chat_service-core' };
    expect(chooseContainer([other, task], named)).toBe(task);
    expect(chooseContainer([other], wanted)).toMatchObject({ problem: 'not-here' });
  });
});
