import { READER_NAMES, type ReaderName } from '../../report/report.js';
import { list } from './phrases.js';

/** Who reads an env file, in Chinese. */
export const READERS: Record<ReaderName, string> = {
  dotenv: '从源码启动的 Tailchat（dotenv）',
  compose: 'Docker Compose',
  docker: 'docker run --env-file',
};

/** For whom a suggested line holds, where that is not everybody. */
export function heldBy({
  holders = READER_NAMES,
}: {
  holders?: readonly ReaderName[] | undefined;
}) {
  if (holders.length === READER_NAMES.length) return '';
  return `（这样读取的有：${list(holders.map((name) => READERS[name]))}）`;
}
