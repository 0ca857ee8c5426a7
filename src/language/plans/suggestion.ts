import type { StepName, ValueSource } from '../../report/report.js';
import type { SuggestionWords } from '../suggestion-words.js';
import { plan } from './plan.js';

/** How far what is suggested was tried, and no word more. */
export type Proof =
  | { kind: 'untried' | 'login-and-sender' | 'login-alone' }
  | { kind: 'refused'; how: 'encrypted' | 'plain'; step: StepName; reply: string | null }
  | { kind: 'answers'; how: 'encrypted' | 'plain'; untried: readonly ('login' | 'sender')[] };

/** How far a suggestion was tried. */
export function proofOf({ proof, refused, hasLogin, hasSender }: SuggestionWords): Proof {
  if (proof === 'none') return { kind: 'untried' };
  if (proof === 'auth') return { kind: hasSender ? 'login-and-sender' : 'login-alone' };
  const how = proof === 'tls' ? 'encrypted' : 'plain';
  if (refused) return { kind: 'refused', how, ...refused };
  const untried = plan(hasLogin && 'login', hasSender && 'sender');
  return { kind: 'answers', how, untried };
}

/** Where what is suggested belongs: in the place of what was checked. */
export type Belonging =
  | { kind: 'written'; file: string }
  /** `below`: what of a Secret it belongs to, where that matters. */
  | { kind: 'file'; source: ValueSource; below: 'string-data' | 'anything' }
  | { kind: 'pod' | 'environment' | 'given' | 'own-file' };

/** Where a suggestion belongs. */
export function belongingOf({
  source,
  writtenInto,
  isInPod,
  isEncoded,
}: SuggestionWords): Belonging {
  if (writtenInto !== null) return { kind: 'written', file: writtenInto };
  switch (source?.kind) {
    case 'file':
      return { kind: 'file', source, below: isEncoded ? 'string-data' : 'anything' };
    case 'env':
      return { kind: isInPod ? 'pod' : 'environment' };
    case 'flag':
    case 'stdin':
      return { kind: 'given' };
    default:
      return { kind: 'own-file' };
  }
}

/** What is still to be put in for what is masked: nothing where it was written in full. */
export const toFillIn = ({ isMasked, writtenInto }: SuggestionWords) =>
  isMasked && writtenInto === null ? 'password' : 'nothing';
