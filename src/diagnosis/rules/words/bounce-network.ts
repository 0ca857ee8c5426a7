import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/**
 * Words of a server that gave a letter back about what it met further on, without a code. They hold for reports only: in a
 * conversation the same words are about the server one speaks to.
 */
export const bounceRules: readonly ReplyRule[] = [
  {
    words: says(
      '(ldap|database|sql|mysql|backend|directory service) .. (server|service|errors?|fail*|unavailable)',
      '(contact|connect|reach) .. (ldap|database|sql|mysql|backend|directory service)',
    ),
    cause: 'server-error',
  },
  {
    words: says('(host|domain).{0,12} not found.{0,5} try again'),
    cause: 'dns-unavailable',
    retryable: true,
  },
  {
    words: says(
      '(no such|unknown|invalid|non-?existent) (mail )?(domain|host)(?! ?name rejected)',
      "(domain|host)( name)?( [^ ]{1,60})? .. (unknown|not found(?!.{0,5} try)|does not exist|doesn[’']?t exist|couldn[’']?t be found|could not be found|is invalid)",
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to) (find|locate|resolve|look up) .. (host|domain|mx|mail exchanger|ip address)",
      '(nxdomain|nonexistentdomain|unroute?able (mail )?domain|illegal host|bad destination (host|system))',
      'no (valid )?(mx|mail exchanger)s?( records?| hosts?)? .. (found|exist*|for|available|list*)',
      'mx .. (non-?existent hosts?|no smtp service)',
      'host address lookups failed permanently',
      '(no|unable to (find|resolve)) (valid )?route(?! to (host|destination))( |$)',
      'not find a gateway for',
      '(no data|not found) by dns',
      '(没有|無|无|未设置|缺少|找不到).{0,4}mx',
      'null ?mx',
      "(host|domain|system) .. (not|n[’']t) (accept|receive) .. (e-?mail|mail)",
      'no route found to domain',
      '(域名不存在|域名.{0,8}(错误|无效|解析失败)|找不到.{0,8}域名|domaine.{0,20}(introuvable|inexistant)|домен.{0,20}не (найден|существует))',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      '(name ?server|name service|(?<!r)dns|host name lookup|mx lookup|domain lookup|cname lookup) .. (errors?|fail*|unexpected|time ?-?out|timed out|problem|servfail)',
      '(malformed|unexpected) (or unexpected )?name ?server reply',
      'fail* (of|in|to) .{0,12}(host ?name|host name|dns) lookup',
      'dns (lookup|check|query|resol*) (fail*|error*)',
      '(host|mx|dns|domain|name) lookup did not complete',
      'host map .. deferred',
    ),
    cause: 'dns-unavailable',
    retryable: true,
  },
  {
    words: says(
      '(connection|operation|connect|connecting|connect\\(\\)|session|conversation|socket|smtp|\\[ip\\]|<host>) .. (timed[ -]out|time ?-?out)',
      '(timed[ -]out|time ?-?out) .. (connect*|waiting|while|greeting|response|remote|reading)',
      '(^| )timed out',
      '(handle|handling|command|read|write|response) time ?-?out',
      'unreachable host',
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to|fail(ed|ure)? to|wasn[’']?t able to|did not|not) (establish|open|make|accept)? ?(an? |any |our )?(smtp |requests? to )?(connect(ion)?|reach|contact) .. (host|server|system|domain|smtp|to|mx|destination)",
      'establish .. connection',
      '(failed to connect|unable to connect|10060|could not connect)',
      'not accept our requests to connect',
      'not respond*',
      'network error (on|to|with) .{0,20}(mx|host|server|destination)',
      '(domain|host|server|system) .. (not|un) ?reachable',
      '(连接超时|连接.{0,8}(失败|超时)|время ожидания)',
    ),
    cause: 'connection-timeout',
    retryable: true,
  },
  {
    words: says(
      'connection (was |been )?refused',
      '(actively refused|10061)',
      'refus* .. (a connection|connections?|to connect)',
      '(连接被拒绝|拒绝了?连接|соединение отклонено|connexion refusée)',
    ),
    cause: 'connection-refused',
    retryable: true,
  },
  {
    words: says(
      'network (is )?unreachable',
      'no route to (host|destination)',
      'host (is )?unreachable',
    ),
    cause: 'network-unreachable',
    retryable: true,
  },
  {
    words: says(
      '(connection|connexion) .. (reset|lost|closed|dropped|broken|aborted|terminated|interrupted|died)',
      'lost connection',
      '(remote (host|server|mta|end)|peer) .. (closed|dropped|hung up)',
      'error (over|on) (the )?network',
      '(socket error|broken pipe|remote protocol error|communication (problem|failure)|连接(中断|断开|被关闭))',
    ),
    cause: 'connection-closed',
    retryable: true,
  },
];
