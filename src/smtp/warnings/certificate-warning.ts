import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { CertificateInfo } from '../../report/report.js';

const SOON_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What there is to warn of a certificate that is good today and ends within 30 days. */
export function warnOfCertificate(
  certificate: CertificateInfo | null,
  host: string,
): FoundWarning | undefined {
  if (!certificate) return undefined;
  const { validTo } = certificate;
  const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
  const isSoon = days >= 0 && days < SOON_DAYS;
  return isSoon ? { code: 'certificate-expires-soon', host, validTo, days } : undefined;
}
