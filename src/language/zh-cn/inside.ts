import { HOST_GATEWAY } from '../examples.js';
import type { InsideTexts } from '../inside-texts.js';
import { engineOf, standingStill, whoMayNot } from '../plans/engines.js';
import { known, tell } from '../plans/plan.js';

export const inside: InsideTexts = {
  fromHere: (title) => `从这里检查：${title}`,
  checkedIn: (container, engine) => `以上检查在容器 ${container}（${engine}）里进行。`,
  notRun: {
    'no-client': ({ engine }) =>
      tell(engineOf(engine), {
        cluster: '--in kubernetes:… 需要 kubectl，但 PATH 里没有。',
        host: '--in 需要容器引擎的命令行客户端（docker 或 podman），但 PATH 里两个都没有。',
      }),
    'engine-down': ({ engine, detail, names }) =>
      tell(engineOf(engine), {
        cluster: `kubectl 连不上集群${said(detail)}。kubectl get pods 能用吗？`,
        host: `${engine} 没有响应${said(detail)}。容器引擎在运行吗？${engine} ps 能用吗？`,
      }) + others(names),
    'no-config': ({ detail }) =>
      `kubectl 没有权限读取自己的配置${said(detail)}。请以 root 身份（sudo）运行，或者用 KUBECONFIG 指定一份你能读取的副本。`,
    'no-login': ({ detail }) =>
      `集群不接受 kubectl 的登录${said(detail)}。请重新登录集群，直到 kubectl get pods 能用。`,
    'no-permission': ({ engine, detail, names }) =>
      tell(whoMayNot(engine), {
        docker: `你没有使用 docker 的权限${said(detail)}。请以 root 身份（sudo）运行，或者加入 docker 用户组。`,
        podman: `你没有使用 podman 的权限${said(detail)}。请以容器所属的用户运行。`,
        cluster: `集群不允许这样做${said(detail)}。请申请所缺的权限；--in 需要 pods/exec。`,
      }) + others(names),
    unknown: ({ container, engine, detail, names = [] }) =>
      tell(engineOf(engine), {
        cluster: `kubectl 找不到 ${container}${said(detail)}。请写 kubernetes:TYPE/NAME，名称以 kubectl get deployments,pods 显示的为准，命名空间是 kubectl 当前使用的那个。`,
        host:
          `没有叫 ${container} 的容器，也没有这样的 Compose 服务。` +
          known(names, (some) => `正在运行的有：${some.join('、')}。`, '这里没有正在运行的容器。') +
          ofUser(engine),
      }),
    'not-here': ({ container, engine, create, names }) =>
      `本目录的项目没有 ${container} 的容器。${known(create, (command) => `请用 ${command} 创建它。`)}${known(names, (some) => `要检查其他项目的，请写出容器名：${some.join('、')}。`)}${ofUser(engine)}`,
    'in-pod': ({ container }) =>
      `本目录里的是 Pod 的配置。请指明它：--in kubernetes:${known(container, (name) => name, 'TYPE/NAME')}`,
    ambiguous: ({ container, names = [] }) =>
      `有好几个项目都有服务 ${container}。请指明其中一个容器：${names.join('、')}。`,
    'not-running': (facts) => {
      const { container, engine, detail, state } = facts;
      const stands = `容器 ${container} 没有在运行${known(state, (words) => `（${words}）`)}。`;
      return tell(standingStill(facts), {
        cluster: `${container} 没有正在运行的容器${said(detail)}。用 kubectl get pods 和 kubectl describe 看看原因。`,
        paused: `容器 ${container} 已暂停。请让它继续运行：${engine} unpause ${container}`,
        compose: `${stands}请先启动它，例如 ${engine} compose up -d；如果它又停了，请看它的日志。`,
        alone: `${stands}请用 ${engine} start ${container} 启动它；如果它又停了，请看它的日志。`,
      });
    },
    'no-node': ({ container, engine }) =>
      `容器 ${container} 里没有 Node，或者不在它的 PATH 里：Tailchat 不在这个容器里运行。请指明 Tailchat 服务端自己的容器${tell(
        engineOf(engine),
        { cluster: '：--in kubernetes:TYPE/NAME/CONTAINER', host: '' },
      )}。`,
    'no-start': ({ container, detail }) =>
      `容器 ${container} 里的 Node 无法启动${said(detail)}。请看它环境变量里的 NODE_OPTIONS。`,
    'old-node': ({ container, version = '?' }) =>
      `容器 ${container} 里的 Node 是 ${version}；检查需要 18.18.0（Tailchat 镜像自带的版本）或更高版本。`,
    gone: ({ container }) =>
      `检查还没开始，容器 ${container} 就不在了，可能正在重新创建。请再试一次。`,
    killed: ({ container }) =>
      `容器 ${container} 里的检查还没完成就被强行终止，可能是因为容器的内存上限，或者容器被停止了。`,
    lost: ({ container }) => `检查还没完成，与容器 ${container} 的连接就断了。它还在运行吗？`,
    failed: ({ container, engine, detail }) =>
      `无法在容器 ${container} 里运行检查${said(detail)}。用 ${engine} exec 能进入它吗？`,
  },
  notBegun: {
    explanation: '检查尚未开始：没有读取配置，也没有连接邮件服务器。',
    nextSteps: ['可以先去掉 --in，从本机检查'],
  },
  tryInside:
    '容器里的服务端看到的域名和网络可能与这台机器不同：用 tailchat smtp verify --in 从容器里检查，再加上 --compare 看看两边有什么不同',
  onlyInside: (host) => `${host} 是只有容器才认得的名字：请从容器里检查，tailchat smtp verify --in`,
  hostGateway: `host.docker.internal 只有 Docker Desktop 自带：在 Linux 上，请在 docker-compose.yml 里给这个服务加上 ${HOST_GATEWAY}`,
  compared: {
    title: '这台机器与容器的不同之处：',
    here: '本机',
    inside: '容器',
    nothing: '无',
    passes: '通过',
  },
  things: {
    verdict: '结论',
    node: 'Node 版本',
    openssl: 'OpenSSL 版本',
    nameServers: 'DNS 服务器',
    ipv4: 'IPv4 地址（DNS）',
    ipv6: 'IPv6 地址（DNS）',
    system: '地址（系统解析）',
    families: '自身的地址',
    ports: '连得上的端口',
    authorities: '受信任的证书机构',
  },
};

function others(names: readonly string[] | undefined): string {
  return known(names, (some) => `另一个容器引擎里正在运行的有：${some.join('、')}。`);
}

function said(detail: string | undefined): string {
  return known(detail, (words) => `（“${words}”）`);
}

function ofUser(engine: string): string {
  return tell(whoMayNot(engine), {
    docker: '',
    podman: 'podman 只显示你自己的容器；root 的要用 sudo 才看得到。',
    cluster: '',
  });
}
