import type { LineRoom } from '../../report/line-room.js';
import type { StepName, ValueSource } from '../../report/report.js';
import type { SuggestionWords } from '../suggestion-words.js';
import { plan } from './plan.js';

/** How far the suggestion was tried. The words promise nothing beyond that. */
export type Proof =
  | { kind: 'untried' | 'login-and-sender' | 'login-alone' | 'login-of-two' | 'sender-alone' }
  | { kind: 'refused'; how: 'encrypted' | 'plain'; step: StepName; reply: string | null }
  | { kind: 'answers'; how: 'encrypted' | 'plain'; untried: readonly ('login' | 'sender')[] };

/** How far a suggestion was tried. */
export function proofOf({ proof, refused, hasLogin, hasSender, lines }: SuggestionWords): Proof {
  if (proof === 'none') return { kind: 'untried' };
  if (proof === 'auth' && !hasLogin) return { kind: 'sender-alone' };
  // The other line is a sender that was made from the login, and that no server was asked about.
  if (proof === 'auth' && !hasSender) return { kind: lines > 1 ? 'login-of-two' : 'login-alone' };
  if (proof === 'auth') return { kind: 'login-and-sender' };
  const how = proof === 'tls' ? 'encrypted' : 'plain';
  if (refused) return { kind: 'refused', how, ...refused };
  const untried = plan(hasLogin && 'login', hasSender && 'sender');
  return { kind: 'answers', how, untried };
}

/** Whether the words begin what is said of all lines, or name only the place of some more. */
export const partOf = ({ isAnother }: SuggestionWords) => (isAnother ? 'another' : 'first');

/** The place for the suggestion: where the checked value stands. */
export type Belonging =
  | { kind: 'written'; file: string }
  /** `below`: the part of a Secret that the suggestion belongs to, if that matters. */
  | { kind: 'file'; source: ValueSource; below: LineRoom | 'anything' }
  /** Nowhere yet: a trial was refused. Where the server is another one, it may be the wrong one. */
  | { kind: 'refused'; otherHost: string | undefined }
  | { kind: 'pod' | 'environment' | 'given' | 'own-file' };

/** Where a suggestion belongs. */
export function belongingOf(about: SuggestionWords): Belonging {
  const { source, writtenInto, isInPod, room, otherHost } = about;
  if (writtenInto !== null) return { kind: 'written', file: writtenInto };
  if (proofOf(about).kind === 'refused') return { kind: 'refused', otherHost };
  switch (source?.kind) {
    case 'file':
      return { kind: 'file', source, below: room ?? 'anything' };
    case 'env':
      return { kind: isInPod ? 'pod' : 'environment' };
    case 'flag':
    case 'stdin':
      return { kind: 'given' };
    default:
      return { kind: 'own-file' };
  }
}

/** The values that the person has to fill in for masked ones. None if they were written in full. */
export const toFillIn = ({ isMasked, writtenInto }: SuggestionWords) =>
  isMasked && writtenInto === null ? 'password' : 'nothing';
