import { describe, expect, it } from 'vitest';
import { readContainers } from '../../../src/inside/listed-container.js';

describe('what an engine lists', () => {
  it('is read from docker, labels with commas included', () => {
    const line = {
      ID: 'abc',
      Names: 'p-core-1,other/alias',
      State: 'running',
      Labels:
        'com.docker.compose.project=p,com.docker.compose.project.config_files=/a/x.yml,/a/y.yml,com.docker.compose.project.working_dir=/a,com.docker.compose.service=core',
    };
    expect(readContainers(`${JSON.stringify(line)}\n`)).toEqual([
      {
        id: 'abc',
        name: 'p-core-1',
        state: 'running',
        service: 'core',
        project: 'p',
        folder: '/a',
        isOfCompose: true,
        isOneOff: false,
        swarmName: undefined,
        usesHostNetwork: false,
      },
    ]);
  });

  it('is the service of a stack of Swarm, and no one-off container of Compose', () => {
    const labels = (Labels: string) =>
      readContainers(JSON.stringify({ ID: 'abc', Names: 'x', State: 'running', Labels }));
    expect(
      labels('com.docker.stack.namespace=chat,com.docker.swarm.service.name=chat_service-core'),
    ).toMatchObject([
      {
        service: 'service-core',
        project: 'chat',
        swarmName: 'chat_service-core',
        isOfCompose: false,
      },
    ]);
    expect(labels('com.docker.swarm.service.name=core')).toMatchObject([
      { service: undefined, swarmName: 'core' },
    ]);
    expect(labels('com.docker.compose.oneoff=True,com.docker.compose.service=core')).toMatchObject([
      { service: 'core', isOneOff: true },
    ]);
  });

  it('is read from podman', () => {
    const line = {
      Id: 'abc',
      Names: ['core'],
      State: 'exited',
      Labels: { 'com.docker.compose.service': 'core', 'io.podman.compose.project': 'p' },
    };
    expect(readContainers(JSON.stringify([line], null, 2))).toMatchObject([
      { id: 'abc', name: 'core', state: 'exited', service: 'core', project: 'p' },
    ]);
    expect(readContainers('[]\n')).toEqual([]);
    expect(readContainers(JSON.stringify({ ...line, Labels: null }))).toMatchObject([
      { name: 'core' },
    ]);
  });

  it('is read from a docker that knows no state', () => {
    const line = (Status: string) => JSON.stringify({ ID: 'a', Names: 'a', Status, Labels: '' });
    const states = readContainers(
      [line('Up 3 hours (healthy)'), line('Up 1 hour (Paused)'), line('Exited (0) 1 day ago')].join(
        '\n',
      ),
    );
    expect(states.map(({ state }) => state)).toEqual([
      'running',
      'Up 1 hour (Paused)',
      'Exited (0) 1 day ago',
    ]);
  });

  it('passes over what is no container', () => {
    expect(readContainers('WARNING: x\nnull\n{}\n[]\n12\n{"ID":1}\n')).toEqual([]);
  });
});
