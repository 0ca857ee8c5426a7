// Writes logs such as a server's: what nginx, Tailchat's services (moleculer), MongoDB and Docker write all day, in
// which nearly every line is about something else than mail, or every tenth is about mail.
import { closeSync, openSync, writeSync } from 'node:fs';

/** How much is made before it is written, in characters. */
const BLOCK = 1 << 20;

/**
 * Numbers that look random and are the same in every run (mulberry32).
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'okhttp/4.12.0',
  'curl/8.5.0',
];
const PATHS = [
  '/api/user/getUserInfo',
  '/api/chat/message/fetchConverseMessage',
  '/api/chat/message/sendMessage',
  '/api/group/getGroupBasicInfo',
  '/api/config/client',
  '/api/plugin/registry/list',
  '/plugins/com.msgbyte.theme.mini/index.js',
  '/assets/index-5f8c2a1b.js',
  '/static/avatar/9c1185a5c5e9fc54612808977ee8f548b2258d31.png',
  '/socket.io/?EIO=4&transport=websocket',
  '/locales/zh-CN/translation.json',
  '/health',
];
const SERVICES = ['GATEWAY', 'USER', 'CHAT.MESSAGE', 'GROUP', 'CONFIG', 'PLUGIN.REGISTRY', 'FILE'];
const WORDS = ['你好', '早上好', 'ok', 'see you', '收到', 'thanks', '今天开会吗', 'lunch?'];

/** @param {() => number} random */
function writers(random) {
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  /** @type {<T>(list: readonly T[]) => T} */
  const one = (list) => /** @type {any} */ (list[below(list.length)]);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const three = (/** @type {number} */ value) => String(value).padStart(3, '0');
  const hex = (/** @type {number} */ length) => {
    let text = '';
    while (text.length < length)
      text += below(2 ** 24)
        .toString(16)
        .padStart(6, '0');
    return text.slice(0, length);
  };
  const ip = () => `${1 + below(222)}.${below(256)}.${below(256)}.${below(256)}`;
  const time = () => `${two(below(24))}:${two(below(60))}:${two(below(60))}`;
  const iso = () => `2026-11-${two(1 + below(28))}T${time()}.${three(below(1000))}`;
  const ms = () => `${(random() * 40).toFixed(1)} ms`;

  const access = () => {
    const status = random() < 0.93 ? one([200, 200, 200, 304, 206]) : one([404, 499, 401, 502]);
    const verb = one(['GET', 'GET', 'GET', 'POST']);
    return `${ip()} - - [${two(1 + below(28))}/Nov/2026:${time()} +0800] "${verb} ${one(PATHS)}?v=${hex(6)} HTTP/1.1" ${status} ${below(60_000)} "https://chat.example.com/main/personal/converse/${hex(24)}" "${one(AGENTS)}"`;
  };
  const moleculer = () => {
    const service = one(SERVICES);
    const level = random() < 0.97 ? 'INFO ' : 'WARN ';
    const said = one([
      () => `<= ${one([200, 200, 200, 204, 401])} ${one(['GET', 'POST'])} ${one(PATHS)} [+${ms()}]`,
      () => `=> ${one(['GET', 'POST'])} ${one(PATHS)}`,
      () =>
        `Call 'chat.message.sendMessage' action { converseId: '${hex(24)}', ms: ${below(900)} }`,
      () => `[socket.io] user ${hex(24)} joined room g-${hex(24)}`,
      () => `Client connected ${hex(20)} ${ip()}`,
      () => `content: '${one(WORDS)}' ${hex(24)}`,
      () =>
        `Heartbeat from node 'node-${hex(6)}-${below(90)}' cpu: ${below(100)} mem: ${below(100)}`,
      () => `cache hit key=user.getUserInfo:${hex(24)} ttl=${below(3600)}`,
    ])();
    return `[${iso()}Z] ${level} tailchat/${service}: ${said}`;
  };
  const mongo = () => {
    const said = one(
      [
        () =>
          `"c":"NETWORK",  "id":22943,   "ctx":"listener","msg":"Connection accepted","attr":{"remote":"172.18.0.${below(20)}:${30_000 + below(30_000)}","uuid":{"uuid":{"$uuid":"${hex(8)}-${hex(4)}-4${hex(3)}-${hex(4)}-${hex(12)}"}},"connectionId":${below(90_000)},"connectionCount":${below(200)}}`,
        () =>
          `"c":"NETWORK",  "id":22944,   "ctx":"conn${below(90_000)}","msg":"Connection ended","attr":{"remote":"172.18.0.${below(20)}:${30_000 + below(30_000)}","connectionId":${below(90_000)},"connectionCount":${below(200)}}`,
        () =>
          `"c":"WTCHKPT",  "id":22430,   "ctx":"Checkpointer","msg":"WiredTiger message","attr":{"message":{"ts_sec":17${below(1e8)},"ts_usec":${below(1e6)},"thread":"1:0x${hex(12)}","session_name":"WT_SESSION.checkpoint","category":"WT_VERB_CHECKPOINT_PROGRESS","verbose_level":"DEBUG_1","msg":"saving checkpoint snapshot min: ${below(90_000)}, snapshot max: ${below(90_000)} snapshot count: 0, oldest timestamp: (0, 0) , meta checkpoint timestamp: (0, 0) base write gen: ${below(900)}"}}`,
        () =>
          `"c":"INDEX",    "id":20345,   "ctx":"conn${below(90_000)}","msg":"Index build: done building","attr":{"buildUUID":null,"collectionUUID":{"uuid":{"$uuid":"${hex(8)}-${hex(4)}-4${hex(3)}-${hex(4)}-${hex(12)}"}},"namespace":"tailchat.messages","index":"_id_","ident":"index-${below(99)}-${hex(16)}"}`,
        () =>
          `"c":"COMMAND",  "id":51803,   "ctx":"conn${below(90_000)}","msg":"Slow query","attr":{"type":"command","ns":"tailchat.messages","command":{"find":"messages","filter":{"converseId":{"$oid":"${hex(24)}"}},"limit":50,"$db":"tailchat"},"planSummary":"IXSCAN { converseId: 1 }","keysExamined":${below(9000)},"docsExamined":${below(9000)},"nreturned":50,"reslen":${below(90_000)},"protocol":"op_msg","durationMillis":${100 + below(500)}}`,
      ].slice(0, random() < 0.9 ? 4 : 5),
    )();
    return `{"t":{"$date":"${iso()}+00:00"},"s":"I",  ${said}}`;
  };
  const redis = () =>
    `1:M ${two(1 + below(28))} Nov 2026 ${time()}.${three(below(1000))} * ${one(['Background saving started by pid ', '100 changes in 300 seconds. Saving... ', 'DB saved on disk ', 'Background saving terminated with success '])}${below(9000)}`;
  const compose = () =>
    one([
      () => `nginx-1         | ${access()}`,
      () => `service-core-1  | ${moleculer()}`,
      () => `service-core-1  | ${moleculer()}`,
      () => `mongo-1         | ${mongo()}`,
      () => `redis-1         | ${redis()}`,
    ])();
  const docker = () => {
    const line = one([access, moleculer, moleculer])();
    return `${JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: `${iso()}${below(1e6)}Z` })}`;
  };
  /** What goes wrong beside mail, now and then. */
  const trouble = () =>
    one([
      () =>
        `${'2026/11/12'} ${time()} [error] 29#29: *${below(90_000)} connect() failed (111: Connection refused) while connecting to upstream, client: ${ip()}, server: chat.example.com, request: "GET ${one(PATHS)} HTTP/1.1", upstream: "http://172.18.0.7:3000/", host: "chat.example.com"`,
      () =>
        `[${iso()}Z] ERROR tailchat/GATEWAY: Request error! NotFoundError : Not found { url: '${one(PATHS)}', ms: ${below(900)} }`,
      () =>
        `[${iso()}Z] WARN  tailchat/TRANSIT: Node 'node-${hex(6)}-25' disconnected unexpectedly.`,
      () => `[ioredis] Unhandled error event: Error: connect ETIMEDOUT`,
      () =>
        `{"t":{"$date":"${iso()}+00:00"},"s":"W",  "c":"NETWORK",  "id":23019,   "ctx":"conn${below(90_000)}","msg":"Error receiving request from client","attr":{"error":{"code":141,"codeName":"SSLHandshakeFailed","errmsg":"SSL peer certificate validation failed"}}}`,
    ])();
  const id = () => hex(10).toUpperCase();
  const host = () => `mx${below(9)}.mail-${hex(4)}.example.net`;
  /** What a mail server and a mail client write. */
  const mail = () =>
    one([
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail postfix/smtpd[${below(32_000)}]: connect from ${host()}[${ip()}]`,
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail postfix/qmgr[${below(32_000)}]: ${id()}: from=<user${below(9000)}@example.com>, size=${below(90_000)}, nrcpt=1 (queue active)`,
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail postfix/smtp[${below(32_000)}]: ${id()}: to=<user${below(9000)}@example.net>, relay=${host()}[${ip()}]:25, delay=${below(90)}, delays=0.1/0/0.5/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${id()})`,
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail postfix/smtp[${below(32_000)}]: ${id()}: to=<user${below(9000)}@example.net>, relay=${host()}[${ip()}]:25, delay=${below(90)}, delays=0.1/0/0.5/1, dsn=5.1.1, status=bounced (host ${host()}[${ip()}] said: 550 5.1.1 <user${below(9000)}@example.net>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))`,
      () =>
        `service-core-1  | [${iso()}Z] ERROR tailchat/MAIL: Error: Invalid login: 535 5.7.8 Error: authentication failed: ${hex(12)}`,
      () =>
        `[${iso()}Z] INFO  tailchat/MAIL: 发送邮件成功: user${below(9000)}@example.com [ '250 2.0.0 Ok: queued as ${id()}' ]`,
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail dovecot: imap-login: Login: user=<user${below(9000)}>, method=PLAIN, rip=${ip()}, lip=172.18.0.9, mpid=${below(9000)}, TLS, session=<${hex(16)}>`,
      () =>
        `Nov ${two(1 + below(28))} ${time()} mail postfix/smtpd[${below(32_000)}]: NOQUEUE: reject: RCPT from ${host()}[${ip()}]: 554 5.7.1 <user${below(9000)}@example.org>: Relay access denied; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<${host()}>`,
    ])();
  return { access, moleculer, mongo, redis, compose, docker, trouble, mail, one, below, random };
}

/**
 * Writes a log to a file.
 *
 * @param {string} file
 * @param {{ megabytes: number; mailEvery?: number }} how `mailEvery`: each so manyth line is about mail; 0: two in a million are
 */
export function writeServerLog(file, { megabytes, mailEvery = 0 }) {
  const { compose, docker, access, moleculer, trouble, mail, below, random } = writers(
    randomFrom(20),
  );
  const out = openSync(file, 'w');
  let written = 0;
  let block = '';
  let count = 0;
  const usual = () => {
    const kind = random();
    if (kind < 0.01) return trouble();
    if (kind < 0.55) return compose();
    if (kind < 0.8) return docker();
    return kind < 0.9 ? access() : moleculer();
  };
  try {
    while (written < megabytes * 1e6) {
      const isMail = mailEvery > 0 ? count % mailEvery === 0 : below(500_000) === 0;
      block += `${isMail ? mail() : usual()}\n`;
      count += 1;
      if (block.length < BLOCK) continue;
      written += writeSync(out, block);
      block = '';
    }
    writeSync(out, block);
  } finally {
    closeSync(out);
  }
}
