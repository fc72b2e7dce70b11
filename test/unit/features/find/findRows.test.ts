import assert from 'node:assert/strict';
import type { Found } from '../../../../src/core/find/found.ts';
import { foundRow } from '../../../../src/features/find/findRows.ts';

const provenance = {
  documentId: 'd',
  path: '/a.md',
  title: '某会讲话',
  speaker: '李文山',
  date: '2024-03',
  sectionPath: ['一、形势'],
  start: 0,
  end: 4,
  rawStart: 0,
  rawEnd: 4,
};
const found = (kind: Found['kind'], text: string, documents?: number): Found => ({
  kind,
  text,
  insertText: text,
  provenance,
  ...(documents !== undefined && { documents }),
});

describe('rows of quick look-up', () => {
  const rowOf = (each: Found) => Object.values(foundRow(each)).join(' ‖ ');

  it('say what each is and where it comes from', () => {
    assert.equal(rowOf(found('section', '一、形势')), '一、形势 ‖ 章节 · 《某会讲话》');
    assert.equal(rowOf(found('phrase', '真抓实干', 3)), '真抓实干 ‖ 词句 · 3篇');
    assert.equal(rowOf(found('phrase', '久久为功', 1)), '久久为功 ‖ 词句 · 仅1篇 《某会讲话》');
    assert.equal(rowOf(found('document', '某会讲话')), '某会讲话 ‖ 标题 · 李文山 · 2024-03');
    assert.equal(rowOf(found('card', '一张\n素材')), '一张 素材 ‖ 素材 · 《某会讲话》 · 李文山 · 2024-03 › 一、形势');
    assert.equal(rowOf(found('text', '一句原文。')), '一句原文。 ‖ 原文 · 《某会讲话》 · 李文山 · 2024-03 › 一、形势');
  });

  it('are cut where they are long', () => {
    assert.equal(foundRow(found('text', '长'.repeat(100))).label, `${'长'.repeat(48)}…`);
  });
});
