import { describe, expect, it } from 'vitest';
import { whyNoList, whyNotRun } from '../../../src/inside/client-words.js';

describe('the words of a client', () => {
  it.each([
    [
      'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      'no-permission',
    ],
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'engine-down',
    ],
    [
      'error during connect: Get "http://host:2375/v1.24/containers/json": dial tcp: lookup host: no such host',
      'engine-down',
    ],
    ['', 'engine-down'],
  ])('say why there is no list: %s', (words, problem) => {
    expect(whyNoList(words)).toBe(problem);
  });

  it.each([
    [
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "node": executable file not found in $PATH: unknown',
      'no-node',
    ],
    [
      'Error: crun: executable file `node` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found',
      'no-node',
    ],
    ['Error response from daemon: Container 0123 is not running', 'not-running'],
    [
      'Error response from daemon: Container 0123 is paused, unpause the container before exec',
      'not-running',
    ],
    [
      'Error: can only create exec sessions on running containers: container state improper',
      'not-running',
    ],
    ['Error: No such container: core', 'unknown'],
    ['Error from server (NotFound): deployments.apps "tailchat" not found', 'unknown'],
    [
      'Error from server (Forbidden): pods "x" is forbidden: User "u" cannot create resource "pods/exec"',
      'no-permission',
    ],
    [
      'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
      'engine-down',
    ],
    ['something else', 'failed'],
    ['', 'lost'],
  ])('say why nothing was run: %s', (words, problem) => {
    expect(whyNotRun(words, 'docker')).toBe(problem);
  });

  it.each([
    ['error: unable to upgrade connection: container not found ("core")', 'not-running'],
    ['Error from server (BadRequest): pod core-1 does not have a host assigned', 'not-running'],
    [
      'error: cannot exec into a container in a completed pod; current phase is Succeeded',
      'not-running',
    ],
    ['error: timed out waiting for the condition', 'not-running'],
    ['Error from server (NotFound): namespaces "x" not found', 'unknown'],
    ['error: the server doesn\'t have a resource type "deplyo"', 'unknown'],
    ['Error from server (BadRequest): container foo is not valid for pod x', 'unknown'],
    [
      'error: Missing or incomplete configuration info.  Please point to a config file',
      'engine-down',
    ],
    ["Error: Cannot find module '/nope.js'\n\nNode.js v18.18.0", 'no-start'],
  ])('of kubectl say why nothing was run: %s', (words, problem) => {
    expect(whyNotRun(words, 'kubectl')).toBe(problem);
  });
});
