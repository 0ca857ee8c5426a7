import type { Texts } from '../../language/texts.js';
import type { CertificateInfo } from '../../report/report.js';
import type { Recorder } from '../recorder.js';

const SOON_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Warns of a certificate that is good today and ends within 30 days. */
export function warnOfCertificate(
  certificate: CertificateInfo | null,
  recorder: Recorder,
  texts: Texts,
): void {
  const end = certificate ? Date.parse(certificate.validTo) : Number.NaN;
  const days = Math.floor((end - Date.now()) / DAY_MS);
  if (!certificate || Number.isNaN(days) || days < 0 || days >= SOON_DAYS) return;
  const facts = { validTo: certificate.validTo, days };
  const message = texts.warnings['certificate-expires-soon'](facts);
  recorder.warn({ code: 'certificate-expires-soon', message });
}
