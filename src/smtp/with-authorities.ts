import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripToLine } from '../safety/control-characters.js';
import { fileAndLine, type Settings } from '../settings/settings.js';
import { shownHost } from '../settings/uri/shown-host.js';
import type { Recorder } from './recorder.js';

/**
 * The settings with the authorities that Tailchat's server is told to believe, in NODE_EXTRA_CA_CERTS beside
 * SMTP_URI. A file that is not here, as one inside a container, is warned of.
 */
export async function withAuthorities(settings: Settings, recorder: Recorder): Promise<Settings> {
  const { trust = {}, uri } = settings;
  if (!trust.authorities) return settings;
  const { path, source } = trust.authorities;
  try {
    const pem = await readFile(path, 'utf8');
    // Node takes what it can read of the file, and nothing of one that it cannot.
    new X509Certificate(pem);
    return { ...settings, trust: { ...trust, pem } };
  } catch {
    if (uri.security === 'none') return settings;
    const difference = { kind: 'authorities-unreadable', authority: stripToLine(path) } as const;
    recorder.warn({
      code: 'trust-differs',
      host: shownHost(uri),
      trust: difference,
      ...fileAndLine(source),
    });
    return settings;
  }
}
