/** Domains of mail at providers of which nothing else is known here, each near enough to the name of one that is. */
const OTHERS = new Set(
  [
    'mail.com email.com usa.com post.com mail.de email.de mail.bg mail.ee mail.kz email.cz inbox.lv inbox.com rambler.ru',
    '88.com tom.com 21cn.com 189.cn wo.cn 263.net 163.net eyou.com 2980.com china.com 3g.cn citiz.net',
    'wp.pl o2.pl op.pl onet.pl gmx.us gmx.es gmx.fr web.com hey.com tuta.io tuta.com one.com runbox.com',
    'naver.com daum.net nate.com yahoo.co.jp free.fr sfr.fr libero.it seznam.cz abv.bg ukr.net meta.ua',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a name is, or stands below, a real domain of mail: no slip of the pen for another one. */
export function isOtherMailDomain(name: string): boolean {
  const labels = name.split('.');
  return labels.some((_, depth) => OTHERS.has(labels.slice(depth).join('.')));
}
