import { closed, type Pattern, timedOut } from './pattern.js';

/** Network errors in the words of the C library, Go and Java. */
export const NETWORK_PATTERNS: readonly Pattern[] = [
  {
    // Go: the answer of DNS did not come in time.
    words: /\blookup [\w.-]{1,253}(?: on \S{1,60})?: .{0,120}i\/o timeout/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    // dig and nslookup of BIND (dighost.c); nslookup of Windows: no server for DNS has answered, or it has refused to.
    words:
      /\bno servers could be reached\b|\bcommunications error to \S{1,60}: |\bDNS request timed out\b|\bserver can['’]t find \S{1,253}: (?:SERVFAIL|REFUSED)\b/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    // BusyBox.
    words: /\bnslookup: can['’]t resolve\b/,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words:
      /\bENOTFOUND\b|\bEAI_NO(?:NAME|DATA)\b|\bname or service not known|\bno such host\b|\bno address associated with host|\bnodename nor servname|\bunknown (?:SMTP )?host(?:exception)?\b|\bunknownhost(?:exception)?\b|\bcould not resolve host/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  { words: /\bEAI_(?:FAIL|SYSTEM)\b/, step: 'dns', evidence: { errorCode: 'EAI_FAIL' } },
  {
    words:
      /\bEAI_AGAIN\b|\bquery\w* E[A-Z]+\b|temporary failure in name resolution|\bserver misbehaving/i,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /\be?connrefused\b|\bconnection (?:to SMTP server )?(?:was )?refused\b|\bactively refused\b/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /\b(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)\b|network is unreachable|to an unreachable (?:network|host)|no route to host|cannot assign requested address/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    // A rule of this machine, such as SELinux's, forbids the connection.
    words:
      /\b(?:connect\w*|socket|server)\b.{0,80}\bpermission denied\b|\bconnect E(?:ACCES|PERM)\b|connect: operation not permitted/i,
    step: 'connect',
    evidence: { errorCode: 'EACCES' },
  },
  {
    words:
      /\bconnect ETIMEDOUT\b|attempt failed because the connected party did not|\b(?:connection(?: attempt)?|operation|connect\w*) timed out\b|\bi\/o timeout\b/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /\bECONNRESET\b|\bEPIPE\b|\bconnection (?:reset|closed|unexpectedly closed)\b|\bunexpected socket close\b|^ConnectionResetError$|\bsocket hang up\b|\bbroken pipe\b|\bEOF occurred\b/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    // curl: the system gave up on its own: a machine that refuses answers at once.
    words: /curl: \(7\).{0,300}? after \d{5,7} ms\b/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /curl: \(7\)/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
];
