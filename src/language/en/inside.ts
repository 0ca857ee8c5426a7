import { HOST_GATEWAY } from '../examples.js';
import type { InsideTexts } from '../inside-texts.js';
import { engineOf, standingStill, whoMayNot } from '../plans/engines.js';
import { known, tell } from '../plans/plan.js';

export const inside: InsideTexts = {
  fromHere: (title) => `From here: ${title}`,
  checkedIn: (container, engine) => `Checked inside the container ${container} (${engine}).`,
  notRun: {
    'no-client': ({ engine }) =>
      tell(engineOf(engine), {
        cluster: '--in kubernetes:… needs kubectl, and there is none in PATH.',
        host: '--in needs the command line client of the container engine, docker or podman, and neither is in PATH.',
      }),
    'engine-down': ({ engine, detail, names }) =>
      tell(engineOf(engine), {
        cluster: `kubectl reaches no cluster${said(detail)}. Does kubectl get pods work?`,
        host: `${engine} does not answer${said(detail)}. Is the engine running, and does ${engine} ps work?`,
      }) + others(names),
    'no-config': ({ detail }) =>
      `kubectl may not read its configuration${said(detail)}. Run this as root (sudo), or name a copy that you may read in KUBECONFIG.`,
    'no-login': ({ detail }) =>
      `The cluster does not accept kubectl's login${said(detail)}. Log in to the cluster again, until kubectl get pods works.`,
    'no-permission': ({ engine, detail, names }) =>
      tell(whoMayNot(engine), {
        docker: `You may not use docker${said(detail)}. Run this as root (sudo), or as a member of the group docker.`,
        podman: `You may not use podman${said(detail)}. Run this as the user whose container it is.`,
        cluster: `The cluster does not allow this${said(detail)}. Ask for the right that is missing; --in needs pods/exec.`,
      }) + others(names),
    unknown: ({ container, engine, detail, names = [] }) =>
      tell(engineOf(engine), {
        cluster: `kubectl finds no ${container}${said(detail)}. Write kubernetes:TYPE/NAME as kubectl get deployments,pods shows it, in the namespace that kubectl uses.`,
        host:
          `There is no container, and no service of Compose, called ${container}. ` +
          known(
            names,
            (some) => `These run: ${some.join(', ')}.`,
            'No container is running here.',
          ) +
          ofUser(engine),
      }),
    'not-here': ({ container, engine, create, names }) =>
      `The project in this folder has no container of ${container}.${known(create, (command) => ` Create it with ${command}.`)}${known(names, (some) => ` To check one of another project, name it: ${some.join(', ')}.`)}${ofUser(engine)}`,
    'in-pod': ({ container }) =>
      `The settings in this folder are those of a pod. Name it: --in kubernetes:${known(container, (name) => name, 'TYPE/NAME')}`,
    ambiguous: ({ container, names = [] }) =>
      `Several projects have a service ${container}. Name one of the containers: ${names.join(', ')}.`,
    'not-running': (facts) => {
      const { container, engine, detail, state } = facts;
      const stands = `The container ${container} is not running${known(state, (words) => ` (${words})`)}.`;
      return tell(standingStill(facts), {
        cluster: `No container of ${container} is running${said(detail)}. See why with kubectl get pods and kubectl describe.`,
        paused: `The container ${container} is paused. Let it go on: ${engine} unpause ${container}`,
        compose: `${stands} Start it, for example with ${engine} compose up -d, and read its log if it stops again.`,
        alone: `${stands} Start it with ${engine} start ${container}, and read its log if it stops again.`,
      });
    },
    'no-node': ({ container, engine }) =>
      `There is no Node in the container ${container}, or not in its PATH: Tailchat does not run in it. Name the container of Tailchat's own server${tell(
        engineOf(engine),
        { cluster: ': --in kubernetes:TYPE/NAME/CONTAINER', host: '' },
      )}.`,
    'no-start': ({ container, detail }) =>
      `Node does not start in the container ${container}${said(detail)}. Look at NODE_OPTIONS in its environment.`,
    'old-node': ({ container, version = '?' }) =>
      `The container ${container} has Node ${version}; the check needs 18.18.0, which Tailchat's image has, or later.`,
    gone: ({ container }) =>
      `The container ${container} went away before the check began, perhaps to be made anew. Try again.`,
    killed: ({ container }) =>
      `The check in the container ${container} was killed before it ended, perhaps by the container's memory limit, or because the container was stopped.`,
    lost: ({ container }) =>
      `The connection to the container ${container} was lost before the check ended. Is it still running?`,
    failed: ({ container, engine, detail }) =>
      `The check could not be run in the container ${container}${said(detail)}. Does ${engine} exec work with it?`,
  },
  notBegun: {
    explanation:
      'The check did not start: the settings were not read, and the mail server was not contacted.',
    nextSteps: ['Leave out --in to check from this machine for now'],
  },
  tryInside:
    'Check inside the container, which may see other names and networks: tailchat smtp verify --in (--compare shows what differs)',
  onlyInside: (host) =>
    `Check inside the container, since only containers know the name ${host}: tailchat smtp verify --in`,
  hostGateway: `On Linux, add ${HOST_GATEWAY} to the service in docker-compose.yml: only Docker Desktop has this name by itself`,
  compared: {
    title: 'What differs between this machine and the container:',
    here: 'here',
    inside: 'container',
    nothing: 'none',
    passes: 'passed',
  },
  things: {
    verdict: 'verdict',
    node: 'Node',
    openssl: 'OpenSSL',
    nameServers: 'DNS servers',
    ipv4: 'IPv4 (DNS)',
    ipv6: 'IPv6 (DNS)',
    system: 'addresses (system)',
    families: 'own addresses',
    ports: 'open ports',
    authorities: 'authorities',
  },
};

function others(names: readonly string[] | undefined): string {
  return known(names, (some) => ` Another engine runs: ${some.join(', ')}.`);
}

function said(detail: string | undefined): string {
  return known(detail, (words) => ` ("${words}")`);
}

function ofUser(engine: string): string {
  return tell(whoMayNot(engine), {
    docker: '',
    podman: ' podman shows only your own containers; those of root it shows with sudo.',
    cluster: '',
  });
}
