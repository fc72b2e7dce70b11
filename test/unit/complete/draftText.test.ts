import assert from 'node:assert/strict';
import { DraftText, learnedPart } from '../../../src/core/complete/draftText.ts';

const REACH = 32;

describe('DraftText', () => {
  const following = (draft: string, text = new DraftText()): Array<[number, string[]]> =>
    text
      .turnTo(draft)
      .matches(REACH)
      .map(({ length, ends }) => [length, ends.map(end => draft.slice(end, end + 2))]);

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

  it('says the same of a draft that has grown, lost its end or become another as of one seen for the first time', () => {
    const one = '渔港清淤要早做，山塘清淤要快做，水渠要修好。渔港清淤要';
    const other = '合作社分红。要扶持合';
    const kept = new DraftText();
    const steps = [...Array.from(one, (_, i) => one.slice(0, i + 1)), one.slice(0, 12), other.slice(0, 3), other, one];
    for (const draft of steps) assert.deepEqual(following(draft, kept), following(draft), draft);
  });

  it('learns from the end of a long draft, which moves seldom', () => {
    const long = '要'.repeat(30_000);
    for (const offset of [100, 20_000, 20_001, 20_999, 30_000]) {
      const part = learnedPart(long, offset);
      assert.ok(part.length <= 20_000 && part.length > Math.min(offset - 1, 19_000), `${offset}`);
    }
    const starts = Array.from({ length: 2000 }, (_, i) => 25_000 + i - learnedPart(long, 25_000 + i).length);
    assert.equal(new Set(starts).size, 3);
  });
});
