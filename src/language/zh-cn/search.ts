import type { SearchTexts } from '../interface-texts.js';
import { tell } from '../plans/plan.js';
import { compareWithControl } from '../plans/search.js';

export const search: SearchTexts = {
  join: (first, second) => first + second,
  nothingAnswers: (server, tried, control) => {
    const { host, port } = server;
    const ports = (some: readonly number[]) => some.join('、');
    const all = `${host} 的 ${ports(tried)} 端口都连不上。`;
    return tell(compareWithControl('zh-CN', server, control), {
      nearby: all,
      'not-compared': ({ advised }) =>
        `${all}要判断是本地网络还是对方服务器拦截了这些端口，可以与另一台主机对比：--control-host ${advised}`,
      'with-itself': ({ advised }) =>
        `${all}与它自己对比看不出什么，请换一台主机：--control-host ${advised}`,
      'other-not-found': ({ other }) => `${all}找不到 ${other}，无法对比。`,
      both: ({ other, advised }) =>
        `${all}${other} 同样连不上：可能是本机所在的网络或云服务商封锁了对外发信的端口，也可能只是从这里连不上这` +
        `两台主机。可以再换一台主机对比：--control-host ${advised}`,
      port: ({ other, open }) =>
        `${all}${other} 的 ${ports(open)} 端口可以连上，${port} 端口却不行：本机所在的网络可能封锁了 ` +
        `${port} 端口，而 ${host} 的其他端口没有响应。`,
      host: ({ other, open }) =>
        `${all}${other} 的 ${ports(open)} 端口可以连上，说明本地网络没有封锁这些端口：可能是 ${host} 没有运行，` +
        '可能是它或它前面的防火墙拒绝了本机，也可能是通往它的线路不通。',
    });
  },
};
