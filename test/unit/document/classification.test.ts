import assert from 'node:assert/strict';
import { importText } from '../../../src/core/document/importDocument.ts';
import { findClassification } from '../../../src/core/document/metadata/classification.ts';

describe('marks of secrecy', () => {
  const marked: readonly (readonly [head: string, mark: string])[] = [
    ['密级：机密', '机密'],
    ['密 级: 秘 密', '秘密'],
    ['【密级】绝密', '绝密'],
    ['密级和保密期限：秘密★1年', '秘密'],
    ['- 密级: 秘密', '秘密'],
    ['机密★5年', '机密'],
    ['机密级★5年', '机密'],
    ['000123　　机密★1年　　特急', '机密'],
    ['000123\r\n秘　密\r\n特急', '秘密'],
    ['机密\t特急', '机密'],
    ['**【绝密】**', '绝密'],
    ['机密 1年', '机密'],
    ['秘密十年', '秘密'],
    ['绝密　启用前', '绝密'],
    ['机密▲长期', '机密'],
    ['机密文件　会后收回', '机密'],
    ['机密资料 注意保存', '机密'],
    ['[机密]关于防汛', '机密'],
    ['关于防汛工作（秘密）', '秘密'],
    ['内部资料', '内部资料'],
    ['内部资料\n秘密', '秘密'],
  ];
  for (const [head, mark] of marked) {
    it(`finds that of «${JSON.stringify(head).slice(1, -1)}»`, () =>
      assert.equal(findClassification([`${head}\n在全县防汛会议上的讲话`]), mark));
  }

  for (const head of [
    '保守国家秘密是每个公民的义务。',
    '秘密工作',
    '密级：无',
    '密级管理办法',
    '商业秘密★保护',
    '关于机密文件',
    '秘密十年工作',
    '秘密 花园',
  ]) {
    it(`finds none in «${head}»`, () => assert.equal(findClassification([head]), undefined));
  }

  it('reads traditional characters', () => {
    const text = '密級：機密\n在全縣防汛會議上的講話\n同志們：這次會議開得很及時。';
    assert.equal(importText(new TextEncoder().encode(text), 'a.txt').metadata.classification, '机密');
  });

  it('looks at the head only', () =>
    assert.equal(findClassification([`${'开会。\n'.repeat(200)}机密★5年`]), undefined));
});
