import assert from 'node:assert/strict';
import { writeFailure } from '../../src/node/systemErrors.ts';

describe('a failure to write', () => {
  const cases = [
    ['ENOSPC', '磁盘空间不足'],
    ['EROFS', '磁盘是只读的'],
    ['EACCES', '没有写入权限 /x'],
    ['EIO', '磁盘读写出错'],
    ['EEXIST', '/x 不是文件夹'],
    ['EOTHER', 'told by the system'],
  ] as const;
  for (const [code, told] of cases) {
    it(`${code} is told as «${told}»`, () =>
      assert.equal(writeFailure(Object.assign(new Error('told by the system'), { code, path: '/x' })), told));
  }
});
