import assert from 'node:assert/strict';
import { groupSkipped } from '../../../../src/features/corpus/skippedFiles.ts';

const outline = (skipped: Parameters<typeof groupSkipped>[0], folders: readonly string[]) =>
  groupSkipped(skipped, folders).map(({ reason, files }) => [reason, ...files.map(file => file.relativePath)]);

describe('skipped files', () => {
  it('stand under their reasons, the most frequent first, by path', () => {
    const skipped = [
      { path: '/讲话/丙.xls', reason: '不支持 Excel 表格' },
      { path: '/讲话/乙.docx', reason: '已加密' },
      { path: '/讲话/2024/甲.xls', reason: '不支持 Excel 表格' },
      { path: '/讲话/丁.txt', reason: '没有文字内容' },
    ];
    assert.deepEqual(outline(skipped, ['/讲话']), [
      ['不支持 Excel 表格', '2024/甲.xls', '丙.xls'],
      ['已加密', '乙.docx'],
      ['没有文字内容', '丁.txt'],
    ]);
  });

  it('are named from the innermost corpus folder they lie in', () => {
    const [group] = groupSkipped(
      [{ path: '/讲话/市里/甲.wps', reason: '已加密' }],
      ['/讲话', '/讲话/市里', '/讲话/市'],
    );
    assert.equal(group!.files[0]!.relativePath, '甲.wps');
    assert.equal(group!.files[0]!.folder, '/讲话/市里');
  });

  it('may be a corpus folder itself', () => {
    const [group] = groupSkipped([{ path: '/移动硬盘/讲话', reason: '文件不存在' }], ['/移动硬盘/讲话']);
    assert.equal(group!.files[0]!.relativePath, '讲话');
    assert.equal(group!.files[0]!.folder, undefined);
  });

  it('are none where nothing was skipped', () => {
    assert.deepEqual(groupSkipped([], ['/讲话']), []);
  });
});
