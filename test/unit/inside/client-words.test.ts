import { describe, expect, it } from 'vitest';
import { reasonIn, whyNoList, whyNotRun } from '../../../src/inside/client-words.js';

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
    ['Error: No such container: core', 'gone'],
    ['Error: no container with name or ID "core" found: no such container', 'gone'],
    // The engine had listed the container: what fails inside is no missing right to the engine.
    [
      'OCI runtime exec failed: exec failed: unable to start container process: open /dev/pts/0: operation not permitted: unknown',
      'failed',
    ],
    [
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "node": permission denied: unknown',
      'failed',
    ],
    ['something else', 'failed'],
    ['', 'failed'],
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
    ['Error from server (NotFound): deployments.apps "tailchat" not found', 'unknown'],
    ['error: the server doesn\'t have a resource type "deplyo"', 'unknown'],
    ['Error from server (BadRequest): container foo is not valid for pod x', 'unknown'],
    [
      'Error from server (Forbidden): pods "x" is forbidden: User "u" cannot create resource "pods/exec"',
      'no-permission',
    ],
    ['error: You must be logged in to the server (Unauthorized)', 'no-login'],
    [
      'error: You must be logged in to the server (the server has asked for the client to provide credentials)',
      'no-login',
    ],
    ['Error from server (Unauthorized): Unauthorized', 'no-login'],
    [
      'error: error loading config file "/etc/rancher/k3s/k3s.yaml": open /etc/rancher/k3s/k3s.yaml: permission denied',
      'no-config',
    ],
    [
      'WARN[0000] Unable to read /etc/rancher/k3s/k3s.yaml\nerror: error loading config file "/etc/rancher/k3s/k3s.yaml": open /etc/rancher/k3s/k3s.yaml: permission denied',
      'no-config',
    ],
    ['error: context "minikube" does not exist', 'engine-down'],
    [
      'Error in configuration: context was not found for specified context: minikube',
      'engine-down',
    ],
    [
      'error: Missing or incomplete configuration info.  Please point to a config file',
      'engine-down',
    ],
    [
      'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
      'engine-down',
    ],
    ['Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout', 'engine-down'],
    [
      'Unable to connect to the server: getting credentials: exec: "aws-iam-authenticator": executable file not found in $PATH',
      'engine-down',
    ],
    [
      'E1128 memcache.go:265] "Unhandled Error" err=<\n\tcouldn\'t get list: connection refused\n >\nUnable to connect to the server: getting credentials: exec: executable aws not found\n\nconsult https://example.com/not-found',
      'engine-down',
    ],
    [
      'error: Internal error occurred: error executing command in container: exec: "node": executable file not found in $PATH: unknown',
      'no-node',
    ],
    // The cluster answered, and speaks of its own parts.
    ['Error from server: error dialing backend: dial tcp 10.0.0.5:10250: i/o timeout', 'failed'],
    ['Error from server (NotFound): namespaces "x" not found', 'failed'],
    [
      'error: unable to upgrade connection: Forbidden (user=kube-apiserver-kubelet-client, verb=create)',
      'failed',
    ],
    ["Error: Cannot find module '/nope.js'\n\nNode.js v18.18.0", 'no-start'],
  ])('of kubectl say why nothing was run: %s', (words, problem) => {
    expect(whyNotRun(words, 'kubectl')).toBe(problem);
  });

  it('of kubectl are repeated by their reason, not by what stands around it', () => {
    const reason =
      'Unable to connect to the server: getting credentials: exec: executable x not found';
    expect(reasonIn(`E1128 a\n\tb\n >\n${reason}\n\nsee https://example.com/\n`)).toBe(reason);
  });
});
