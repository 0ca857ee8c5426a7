// What the pages about causes say beyond the command's own words: how to tell, written by hand.

/** @type {Record<import('../src/report/causes.js').Cause, import('../src/language-codes.js').Localized>} */
export const HOW_TO_TELL = {
  'uri-missing': {
    en: "`docker compose exec <service> env | grep SMTP` shows what the server itself has. A line in a file that Compose does not name under `env_file:` reaches no container, and a variable of the host's shell does not either.",
    'zh-CN':
      '用 `docker compose exec <服务> env | grep SMTP` 查看服务器实际得到的变量。没有写进 Compose 的 `env_file:` 的文件、主机 shell 里的变量，都进不了容器。',
  },
  'uri-invalid': {
    en: 'The verdict quotes the part at fault. A complete URI has a scheme (`smtp://` or `smtps://`), user and password, an `@`, a host and a port.',
    'zh-CN':
      '结论里会指出有问题的部分。完整的 URI 依次包括：`smtp://` 或 `smtps://`、用户名和密码、`@`、主机和端口。',
  },
  'uri-placeholder': {
    en: 'The value still comes from an example: `username:password`, `smtp.example.com`, `xxx`.',
    'zh-CN': '值仍然是示例里的内容，例如 `username:password`、`smtp.example.com`、`xxx`。',
  },
  'uri-damaged': {
    en: 'The host is a piece of the password or of the user, or the value ends early. `tailchat smtp verify --offline` shows the character where the reading went wrong.',
    'zh-CN':
      '读出来的主机其实是密码或用户名的一部分，或者值提前结束。`tailchat smtp verify --offline` 会指出从哪个字符开始读错。',
  },
  'credentials-missing': {
    en: 'The URI has a user and no password, or the other way round: `smtp://me@host` instead of `smtp://me:secret@host`.',
    'zh-CN': 'URI 里只有用户或只有密码：写成了 `smtp://me@host`，而不是 `smtp://me:secret@host`。',
  },
  'sender-missing': {
    en: '`SMTP_SENDER` is empty or set nowhere. `verify` goes on without it, `test` cannot.',
    'zh-CN': '`SMTP_SENDER` 为空或未设置。`verify` 没有它也能继续，`test` 不行。',
  },
  'recipient-missing': {
    en: 'Only `test` needs a recipient. In a script or with `--json`, the command does not ask for one.',
    'zh-CN': '只有 `test` 需要收件人。在脚本里或使用 `--json` 时不会提问。',
  },
  'sender-invalid': {
    en: 'No address can be read from `SMTP_SENDER`. The form is `Name <address@example.com>`, or the address alone.',
    'zh-CN': '从 `SMTP_SENDER` 里读不出地址。正确形式是 `名称 <address@example.com>`，或只写地址。',
  },
  'env-file-unreadable': {
    en: 'Run `ls -l` on the file as the user who runs the command: the file does not exist, is a folder, or belongs to root alone.',
    'zh-CN': '以运行命令的用户执行 `ls -l`：文件不存在、是一个目录，或只有 root 能读。',
  },
  'env-file-invalid': {
    en: '`docker compose config` refuses the same file and names the same line: a quotation mark that is never closed, or a name with a space.',
    'zh-CN':
      '`docker compose config` 也会拒绝同一个文件并指出同一行：引号没有结束，或变量名里有空格。',
  },
  'host-not-found': {
    en: '`nslookup <host>` says NXDOMAIN. Most often the name is misspelt, the domain has no `smtp.` host, or an unencoded `/`, `?` or `#` in the login made a piece of it the host.',
    'zh-CN':
      '`nslookup <主机>` 返回 NXDOMAIN。最常见的是拼写错误、域名并没有 `smtp.` 这个名称，或者登录信息里有未编码的 `/`、`?`、`#`，其中一段成了主机。',
  },
  'dns-unavailable': {
    en: 'Other names cannot be resolved either: `nslookup example.com`. In a container, check `/etc/resolv.conf` and the DNS settings of the Docker daemon.',
    'zh-CN':
      '其他域名也无法解析：试试 `nslookup example.com`。在容器里检查 `/etc/resolv.conf` 和 Docker 守护进程的 DNS 设置。',
  },
  'connection-refused': {
    en: 'The machine answers, but not on this port: the port is wrong, or the server does not run. `localhost` in a container is the container itself.',
    'zh-CN':
      '机器有回应，但端口没有开放：端口写错，或服务没有运行。容器里的 `localhost` 是容器自己。',
  },
  'connection-timeout': {
    en: 'Nothing comes back at all, which is what a firewall does. Many hosting companies block 25, 465 and 587 until you ask; `--control-host smtp.gmail.com` shows whether other servers can be reached from here.',
    'zh-CN':
      '完全没有回应，这通常是防火墙。许多云厂商默认封锁 25、465 和 587；用 `--control-host smtp.qq.com` 可以判断从这里能否连上其他服务器。',
  },
  'network-unreachable': {
    en: 'There is no route to the address: an IPv6 address without IPv6 (`ip -6 route`), or a container without a network.',
    'zh-CN': '没有通往该地址的路由：没有 IPv6 却使用 IPv6 地址（`ip -6 route`），或容器没有网络。',
  },
  'server-silent': {
    en: 'The connection opens, but the server says nothing. If a second connection found TLS there, the port wants `smtps://`; if not, a firewall or a proxy accepted the connection instead of the server.',
    'zh-CN':
      '连接已建立，但对方什么也不发。如果第二个连接发现那里是 TLS，就该用 `smtps://`；否则多半是防火墙或代理接下了连接。',
  },
  'connection-closed': {
    en: 'The server hung up without a reply. Its own log says why: a block list, a limit of connections, a port that is not for mail programs.',
    'zh-CN':
      '服务器没有回复就断开。原因在它自己的日志里：黑名单、连接数限制，或这个端口不是给邮件程序用的。',
  },
  timeout: {
    en: 'The named step used up all of `--timeout`. Try `--timeout 120` once: a server that answers then is slow on purpose or overloaded.',
    'zh-CN':
      '指出的步骤用完了 `--timeout` 的时间。用 `--timeout 120` 再试一次：如果这样能成功，说明服务器有意延迟或负载过高。',
  },
  'tls-on-plain-port': {
    en: 'The port answers in plain text: `openssl s_client -connect host:587` fails with "wrong version number", with `-starttls smtp` it works.',
    'zh-CN':
      '该端口用明文回答：`openssl s_client -connect host:587` 报“wrong version number”，加上 `-starttls smtp` 就能成功。',
  },
  'plain-on-tls-port': {
    en: 'The port speaks TLS from the first byte, as 465 does: `openssl s_client -connect host:465` shows the greeting.',
    'zh-CN':
      '这个端口一连上就用 TLS，例如 465：`openssl s_client -connect host:465` 能看到问候语。',
  },
  'certificate-untrusted': {
    en: 'Node does not know the issuer that the verdict names: the server or a company signed the certificate itself, or the server sends only a part of the chain.',
    'zh-CN':
      '结论里的签发者不在 Node 信任的机构之中：自签名、公司内部的 CA，或服务器没有发送完整的证书链。',
  },
  'certificate-expired': {
    en: 'The step shows when the certificate ends. If that day is still to come, the clock of this machine is wrong (`date`).',
    'zh-CN': '步骤里显示证书的截止日期。如果它在将来，说明本机时钟不对（`date`）。',
  },
  'certificate-hostname': {
    en: 'The certificate is valid for other names, which the step shows. One of them may be the name to write into the URI, if it is your own server or your provider names it.',
    'zh-CN':
      '证书属于别的名称，步骤里会列出。如果是你自己的服务器，或者服务商给出了其中某个名称，那可能就是应该写进 URI 的主机名。',
  },
  'tls-version': {
    en: 'The two sides have no version or cipher in common: an old server that knows only TLS 1.0, or one that wants more than this OpenSSL can do.',
    'zh-CN':
      '双方没有共同的 TLS 版本或加密套件：服务器太旧、只会 TLS 1.0，或要求高于本机 OpenSSL。',
  },
  'tls-failed': {
    en: 'The handshake broke off for another reason, which the code names. `openssl s_client -connect host:port -tlsextdebug` shows more.',
    'zh-CN':
      '握手因其他原因中断，代码里会说明。`openssl s_client -connect host:port -tlsextdebug` 能看到更多。',
  },
  'starttls-unavailable': {
    en: 'STARTTLS is not in the answer to EHLO, or is refused. If the answer has `XXXXXXXA` there, a Cisco firewall has removed it.',
    'zh-CN':
      'EHLO 的回答里没有 STARTTLS，或被拒绝。如果在它的位置看到 `XXXXXXXA`，是思科防火墙把它去掉了。',
  },
  'starttls-required': {
    en: 'The reply is 530 "Must issue a STARTTLS command first", or similar.',
    'zh-CN': '回复是 530“Must issue a STARTTLS command first”之类。',
  },
  'not-smtp': {
    en: 'Another service answers: `* OK` is IMAP, `+OK` is POP3, `SSH-2.0` and `HTTP/1.1` say it themselves.',
    'zh-CN': '回答的是别的服务：`* OK` 是 IMAP，`+OK` 是 POP3，`SSH-2.0` 和 `HTTP/1.1` 一看便知。',
  },
  'server-busy': {
    en: 'The code begins with 4 before anybody has logged in: too many connections, or a server that is starting. It passes by itself; `--wait 60` tries again.',
    'zh-CN':
      '登录之前就收到以 4 开头的代码：连接过多，或服务器正在启动。会自行恢复；`--wait 60` 会重试。',
  },
  'ip-blocked': {
    en: 'The server names a block list or this machine’s address. Look up the address at that list; mail from another network goes through with the same settings.',
    'zh-CN':
      '回复里提到黑名单或本机地址。到所说的名单查询该地址；用同样的配置从别的网络发送会成功。',
  },
  'helo-rejected': {
    en: 'The refusal came at EHLO or names HELO. Add `?name=mail.example.com` to the URI with a name that resolves to this machine.',
    'zh-CN':
      '在 EHLO 时被拒绝，或回复里提到 HELO。在 URI 后面加上 `?name=mail.example.com`，该名称要能解析到本机。',
  },
  'auth-failed': {
    en: 'The server read user and password, and refused them: code 535. Log in to the same mailbox in a mail program with the very same user and password; percent-encoding counts (`@` is `%40`).',
    'zh-CN':
      '服务器收到了用户名和密码但拒绝：代码 535。用完全相同的用户名和密码在邮件客户端里登录试试；注意百分号编码（`@` 写成 `%40`）。',
  },
  'app-password-required': {
    en: 'The password works in the browser, but not here: the provider wants a separate one for programs, often because of two-factor login.',
    'zh-CN':
      '密码在网页上能登录、在这里不行：服务商要求使用专门给程序的密码（授权码），常因开启了两步验证。',
  },
  'auth-disabled': {
    en: 'Login over SMTP is switched off for the account or the whole organisation; the server says "disabled", not "wrong".',
    'zh-CN': '该账号或整个组织关闭了 SMTP 登录；回复说的是“已禁用”，而不是“错误”。',
  },
  'oauth-required': {
    en: 'Only XOAUTH2 is offered, or the reply names OAuth or "basic authentication". Tailchat can log in only with user and password.',
    'zh-CN':
      '服务器只提供 XOAUTH2，或回复提到 OAuth、“basic authentication”。Tailchat 只支持用户名和密码。',
  },
  'auth-mechanism-unsupported': {
    en: 'The answer to EHLO has none of the mechanisms that nodemailer knows: PLAIN, LOGIN, CRAM-MD5.',
    'zh-CN': 'EHLO 回答里的登录方式，nodemailer（PLAIN、LOGIN、CRAM-MD5）一种也不支持。',
  },
  'auth-needs-tls': {
    en: 'The same login works on an encrypted connection; the code is 538, or 530 with words about encryption.',
    'zh-CN': '同样的登录在加密连接上能成功；代码是 538，或带有加密字样的 530。',
  },
  'auth-required': {
    en: 'Nobody logged in: the URI has no user and password, or the server offered no login on this port.',
    'zh-CN': '没有登录：URI 里没有用户名和密码，或服务器在这个端口上不提供登录。',
  },
  'auth-throttled': {
    en: 'There were too many logins in a short time, and the earlier ones were probably refused. Stop the server and everything that retries, and wait.',
    'zh-CN':
      '短时间内登录次数过多，之前的登录多半失败。停止服务器和所有会重试的程序，等待一段时间。',
  },
  'account-suspended': {
    en: 'The server speaks of the account, not of the password. Log in with a browser: the provider says there what it wants.',
    'zh-CN': '回复说的是账号而不是密码。用浏览器登录，服务商会在那里说明要求。',
  },
  'sender-mismatch': {
    en: 'The login succeeded, but `SMTP_SENDER` is not the address that logged in. With that address, the same server says 250.',
    'zh-CN':
      '登录成功，但 `SMTP_SENDER` 的地址不是登录的地址。换成登录地址，同一服务器会回答 250。',
  },
  'sender-unverified': {
    en: 'The relay knows the account, but not the address or its domain: its list shows it as "unverified", or does not have it.',
    'zh-CN': '中继服务认识该账号，但不认识该地址或域名：在服务的列表里显示“未验证”，或根本没有。',
  },
  'sender-syntax': {
    en: 'The code is 501 or 553 at MAIL FROM, and the words are about the form of the address: a space, a missing domain, letters that the server does not accept.',
    'zh-CN':
      '在 MAIL FROM 时收到 501 或 553，回复说的是地址格式：有空格、缺少域名，或含有服务器不接受的字符。',
  },
  'sender-rejected': {
    en: 'The address is well formed, but the server refuses it: its domain does not exist, accepts no mail, or is on a list.',
    'zh-CN': '地址格式正确但仍被拒绝：域名不存在、不接收邮件，或在黑名单上。',
  },
  'recipient-unknown': {
    en: '550 5.1.1 at RCPT TO: the server is responsible for the domain and has no such mailbox. Send to an address of another provider.',
    'zh-CN':
      '在 RCPT TO 时收到 550 5.1.1：服务器负责该域名，但没有这个邮箱。换一个其他服务商的地址试试。',
  },
  'recipient-syntax': {
    en: 'The address of `--to` has a space, no domain, or letters that the server does not take.',
    'zh-CN': '`--to` 的地址里有空格、没有域名，或含有服务器不接受的字符。',
  },
  'recipient-rejected': {
    en: 'The recipient exists, but does not accept this mail: a rule, a block, a mailbox that is switched off.',
    'zh-CN': '收件人存在，但不接收这封邮件：规则、屏蔽，或邮箱已停用。',
  },
  'relay-denied': {
    en: 'Without a login, the server accepts mail only for its own domains. Did the step "login" pass?',
    'zh-CN': '对没有登录的人，服务器只接收发给自己域名的邮件。“登录”这一步成功了吗？',
  },
  'mailbox-full': {
    en: '452 4.2.2 or 552 5.2.2: the settings are right, and mail to other recipients works.',
    'zh-CN': '452 4.2.2 或 552 5.2.2：配置没有问题，发给其他收件人能成功。',
  },
  'delivery-expired': {
    en: 'The bounce came hours or days after the mail, with 4.4.7 (RFC 3463) or words such as "expired" or "retry time", and names no refusal. If a later server has given a reason, that is the cause.',
    'zh-CN':
      '退信在发信几小时或几天之后才到，带有 4.4.7（RFC 3463）或 expired、retry time 之类的字样，没有写明被谁拒绝。如果后面的服务器说了原因，就以那个原因为准。',
  },
  'mail-loop': {
    en: '5.4.6 (RFC 3463), or words such as "too many hops" or "mail loops back". The bounce holds many `Received:` lines, in which the same servers appear again and again.',
    'zh-CN':
      '5.4.6（RFC 3463），或 too many hops、mail loops back 之类的字样。退信里有很多 `Received:` 行，同样的服务器反复出现。',
  },
  greylisted: {
    en: 'A 450 or 451 to the first mail from a new sender; a quarter of an hour later, the server accepts the same mail. Tailchat does not try again by itself.',
    'zh-CN':
      '新发件人的第一封邮件收到 450 或 451；一刻钟后同样的邮件会被接受。Tailchat 不会自动重试。',
  },
  'message-too-large': {
    en: 'The answer to EHLO has `SIZE` with a number of bytes: the mail is larger.',
    'zh-CN': 'EHLO 的回答里有 `SIZE` 和字节数：邮件比它大。',
  },
  'content-rejected': {
    en: 'The refusal came after the mail itself. Send a mail with one plain sentence (`--text`): if the server accepts it, the reason is words or links.',
    'zh-CN':
      '在邮件内容发送之后被拒绝。只发一句普通的话（`--text`）：如果被接受，问题就在文字或链接。',
  },
  'auth-policy-rejected': {
    en: 'The words name SPF, DKIM or DMARC of the sender’s domain. `dig txt example.com` and `dig txt _dmarc.example.com` show what it has.',
    'zh-CN':
      '回复提到发件人域名的 SPF、DKIM 或 DMARC。用 `dig txt example.com` 和 `dig txt _dmarc.example.com` 查看已有的记录。',
  },
  'rate-limited': {
    en: 'There were too many mails in a short time; later, the server accepts the same mail.',
    'zh-CN': '短时间内发送过多；稍后同样的邮件会被接受。',
  },
  'quota-exceeded': {
    en: 'The allowance of a day or a month is used up. The provider’s site shows it; another account at the same provider works.',
    'zh-CN': '当天或当月的额度已用完。服务商的网站上能看到；同一服务商的其他账号能发送。',
  },
  'sandbox-restricted': {
    en: 'The account is a trial that sends only to verified addresses: mail to your own verified address goes through.',
    'zh-CN': '账号处于试用（沙盒）状态，只能发给自己验证过的地址：发给自己的地址能成功。',
  },
  'server-error': {
    en: 'The server says that something is wrong with itself, not with you. Its log and its status page say more.',
    'zh-CN': '服务器说的是它自己的故障，不是你的问题。它的日志和状态页会有更多信息。',
  },
  'protocol-error': {
    en: 'The answer is not SMTP: a reply without a code, one before its question, or a flood. `--verbose` shows it. A proxy or a virus scanner in between does this.',
    'zh-CN':
      '收到的不是 SMTP：没有代码的回复、先于命令的回复，或大量数据。`--verbose` 能看到。中间的代理或杀毒软件会这样。',
  },
  'strict-warnings': {
    en: 'Every step passed, and `--strict` was given. The warnings are below the verdict, and under `warnings` in the JSON document.',
    'zh-CN':
      '每一步都通过了，并且使用了 `--strict`。警告列在结论下面，JSON 文档里在 `warnings` 中。',
  },
  'not-arrived': {
    en: 'The last reply of the server was a 250, and neither the inbox nor any other folder held the mail when the time was up. A bounce says why; tailchat smtp explain reads it.',
    'zh-CN':
      '服务器最后的回复是 250，到时间为止收件箱和其他文件夹里都没有这封邮件。如果收到退信，里面会有原因，tailchat smtp explain 能读懂它。',
  },
  'arrived-in-spam': {
    en: 'The mail is in the spam folder. `Authentication-Results` among its header lines (RFC 8601) says whether SPF, DKIM and DMARC passed.',
    'zh-CN':
      '邮件在垃圾邮件文件夹里。邮件头中的 `Authentication-Results`（RFC 8601）写明 SPF、DKIM 和 DMARC 是否通过。',
  },
  unknown: {
    en: 'The verdict shows the server’s words in full, and this program does not know them yet. Please report them: each report becomes a rule.',
    'zh-CN': '服务器的原话会完整显示，但我们还没有见过。请报告给我们：每一份报告都会变成一条规则。',
  },
};
