import { basename } from 'node:path';
import type { FileForm } from '../../report/file-form.js';

const SECTION = (names: string) => new RegExp(`^[ \\t]*\\[(?:${names})\\][ \\t]*\\r?$`, 'm');
/** Sections of podman-systemd.unit(5), and of systemd.unit(5) with systemd.service(5). */
const QUADLET = SECTION('Container|Pod|Kube|Build');
const UNIT = SECTION('Unit|Service|Install|Socket|Timer');

/**
 * The real form of a file that was taken for an env file, told by its sections, its first character or its `FROM`.
 *
 * @param file its name
 * @returns undefined where the file may be an env file
 */
export function fileFormOf(file: string, text: string): FileForm | undefined {
  if (QUADLET.test(text) || /\.container$/.test(file)) return 'quadlet';
  if (UNIT.test(text) || /\.service$/.test(file)) return 'unit';
  const isNamed = /^(?:(?:.+\.)?(?:Docker|Container)file|(?:Docker|Container)file\..+)$/i;
  if (isNamed.test(basename(file)) || /^[ \t]*FROM[ \t]+\S/im.test(text)) return 'dockerfile';
  return /^\s*[{[]/.test(text) || /\.json$/i.test(file) ? 'json' : undefined;
}
