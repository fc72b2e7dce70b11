import assert from 'node:assert/strict';
import { isWordEdge } from '../../../src/core/phrase/wordEdge.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({ 'a.txt': '关心老百姓生活。' });

describe('isWordEdge', () => {
  const table: ReadonlyArray<readonly [marked: string, isEdge: boolean]> = [
    ['都关心｜老百姓', true],
    ['都关心老｜百姓', false],
    ['老｜百', false],
    ['从未｜见过', true],
    ['老百姓｜，', true],
    ['｜', true],
  ];
  for (const [marked, isEdge] of table) {
    it(`${marked} ${isEdge ? 'is one' : 'is none'}`, () =>
      assert.equal(isWordEdge(index, marked.replace('｜', ''), marked.indexOf('｜')), isEdge));
  }
});
