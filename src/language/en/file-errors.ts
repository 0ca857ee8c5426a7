import type { FileErrorCode } from '../interface-texts.js';

/** Why a file cannot be written. */
export const FILE_ERRORS: Record<FileErrorCode, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'what should be a folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written',
  EPERM: 'the system forbids it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENXIO: 'nobody reads from this pipe or socket',
  ENOTSUP: 'it is a disk',
  ELOOP: 'its links lead round in a circle',
};
