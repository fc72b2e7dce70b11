/** The system's reason for not letting a file be read, in words for the user. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return '文件不存在';
    case 'EACCES':
    case 'EPERM':
      return '没有读取权限';
    case 'EBUSY':
      return '文件被其他程序占用';
    case 'EISDIR':
      return '是文件夹，不是文件';
    case 'ENOTDIR':
      return '上级不是文件夹';
    default:
      return `无法读取：${message}`;
  }
}

/** Why the index could not be written, in words for the user; the message of any error that does not come from the system. */
export function writeFailure(error: unknown): string {
  const { code, message, path = '' } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
      return '磁盘空间不足';
    case 'EROFS':
      return '磁盘是只读的';
    case 'EACCES':
    case 'EPERM':
      return `没有写入权限 ${path}`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} 不是文件夹`;
    case 'EIO':
      return '磁盘读写出错';
    default:
      return message;
  }
}
