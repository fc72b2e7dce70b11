import assert from 'node:assert/strict';
import { draftMatches } from '../../../src/core/complete/draftMatches.ts';

const REACH = 32;

describe('draftMatches', () => {
  const following = (draft: string): Array<[number, string[]]> =>
    draftMatches(draft, REACH).map(({ length, ends }) => [length, ends.map(end => draft.slice(end, end + 2))]);

  it('goes on after the longest context that recurs, after half of it, and after its last unit', () => {
    const draft = '渔港清淤要早做，山塘清淤要快做，水渠要修好。渔港清淤要';
    assert.deepEqual(following(draft), [
      [5, ['早做']],
      [3, ['快做', '早做']],
      [1, ['修好', '快做', '早做']],
    ]);
  });

  it('finds a word that has begun where nothing before it recurs', () => {
    assert.deepEqual(following('合作社分红。要扶持合'), [[1, ['作社']]]);
  });

  it('tells how clauses begin', () => {
    assert.deepEqual(following('一户一策，分段包干，'), [[1, ['分段']]]);
  });

  it('asks nothing after a digit or in a list, nor of a draft that says a unit for the first time', () => {
    assert.deepEqual(following('20年后的2'), []);
    assert.deepEqual(following('修渠、清淤、'), []);
    assert.deepEqual(following('渔港'), []);
    assert.deepEqual(following(''), []);
  });
});
