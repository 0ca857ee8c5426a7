import type { WarningCode } from './warnings.js';

/** The facts about a warning. */
interface WarningInfo {
  /** A change by the person can remove the warning, so `--strict` counts it. */
  isCurable: boolean;
  /** The verdict already says the same at length. */
  isInVerdict: boolean;
  /** The setting that a person looks at first. */
  setting: 'uri' | 'sender';
}

const usual = { isCurable: true, isInVerdict: false, setting: 'uri' } as const;
const ofSender = { ...usual, setting: 'sender' } as const;

/** Every warning, in the order of the documentation. */
export const WARNINGS = {
  'credentials-untested': usual,
  'plaintext-credentials': usual,
  'tls-verification-off': usual,
  'certificate-expires-soon': usual,
  'credentials-unlikely': usual,
  'port-unlikely': usual,
  'host-unlikely': usual,
  'sender-unlikely': ofSender,
  'sender-mismatch-likely': ofSender,
  'sender-unaligned-likely': ofSender,
  'env-overrides-file': usual,
  'env-file-unused': usual,
  'readers-disagree': usual,
  'shell-unsafe': usual,
  'line-end-kept': usual,
  'not-percent-encoded': usual,
  'misspelt-variable': usual,
  'duplicate-variable': usual,
  'loopback-in-container': usual,
  'address-unreachable': usual,
  // No setting of Tailchat's removes the warning.
  'ipv6-unreachable': { ...usual, isCurable: false },
  'uri-on-command-line': usual,
  'pool-keeps-connections': usual,
  'slow-reply': usual,
  'server-differs': usual,
  'trust-differs': usual,
  'sender-read-otherwise': ofSender,
  'option-unchecked': usual,
  'sender-untested': ofSender,
  // Every sent mail causes the warning.
  'accepted-not-delivered': { ...usual, isCurable: false, isInVerdict: true },
} as const satisfies Record<WarningCode, WarningInfo>;

/** The codes of all warnings. */
export const WARNING_CODES = Object.keys(WARNINGS) as WarningCode[];
