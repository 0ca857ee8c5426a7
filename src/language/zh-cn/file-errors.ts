import type { FileErrorCode } from '../interface-texts.js';

/** Why a file cannot be written. */
export const FILE_ERRORS: Record<FileErrorCode, string> = {
  ENOENT: '没有这个目录',
  ENOTDIR: '路径中有一段是文件，不是目录',
  EISDIR: '它是一个目录',
  EACCES: '没有写入权限',
  EPERM: '系统不允许',
  EROFS: '文件系统是只读的',
  ENOSPC: '磁盘没有空间了',
  ENXIO: '这个管道或套接字没有读取方',
  ENOTSUP: '它是一个磁盘设备',
  ELOOP: '链接互相指向，成了循环',
};
