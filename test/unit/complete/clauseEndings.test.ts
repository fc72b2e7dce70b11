import assert from 'node:assert/strict';
import { mayEndAfter, mayEndClause } from '../../../src/core/complete/clauseEndings.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  '渔港.txt': [
    ...Array.from({ length: 12 }, () => '渔港政策全面覆盖。'),
    ...Array.from({ length: 12 }, () => '渔港清淤要各自负责。'),
    ...Array.from({ length: 12 }, () => '渔港清淤第十八次。'),
    ...Array.from({ length: 6 }, () => '渔港要求全，林场要求全。'),
  ].join('\n'),
});

describe('words at the end of a clause', () => {
  it('are those that some clause ends with', () => {
    assert.equal(mayEndClause(index, '负责'), true);
    assert.equal(mayEndClause(index, '各'), false);
  });

  it('may be any that are too rare to tell', () => {
    assert.equal(mayEndClause(index, '林场防火'), true);
  });

  it('are single characters only after a word that they have ended a clause with', () => {
    assert.equal(mayEndClause(index, '全'), true);
    assert.equal(mayEndAfter(index, '全', '要求全'), true);
    assert.equal(mayEndAfter(index, '全', '政策全'), false);
  });

  it('are single characters that often end clauses, after a word they have not been seen with', () => {
    assert.equal(mayEndAfter(index, '全', '林场全'), true);
    assert.equal(mayEndAfter(index, '各', '林场各'), false);
    assert.equal(mayEndAfter(index, '负责', '林场负责'), true);
  });

  it('are numerals only after a word that they have ended a clause with', () => {
    assert.equal(mayEndAfter(index, '十八', '第十八'), false);
  });

  it('are words after 和 only if they have ended a clause there, or often do elsewhere', () => {
    assert.equal(mayEndAfter(index, '负责', '和负责'), true);
    assert.equal(mayEndAfter(index, '政策', '与政策'), false);
    assert.equal(mayEndAfter(index, '政策', '渔港政策'), true);
  });
});
