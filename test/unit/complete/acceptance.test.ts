import assert from 'node:assert/strict';
import { Acceptance, acceptanceWeights } from '../../../src/core/complete/acceptance.ts';

const { halfLife, capacity, limit, patience } = acceptanceWeights;

function counted(accepted: number, refused: number): Acceptance {
  const acceptance = new Acceptance(() => 100);
  for (let i = 0; i < accepted; i++) acceptance.note({ accepted: ['真抓实干'] });
  for (let i = 0; i < refused; i++) acceptance.note({ refused: ['真抓实干'] });
  return acceptance;
}

describe('Acceptance', () => {
  const boosts: readonly [accepted: number, refused: number, expected: number][] = [
    [0, 0, 0],
    [1, 0, Math.log(3 / 2)],
    [2, 0, Math.log(2)],
    [0, patience, 0],
    [0, patience + 8, -Math.log(2)],
    [2, patience + 8, 0],
    [1000, 0, limit],
    [0, 1000, -limit],
  ];
  for (const [accepted, refused, expected] of boosts) {
    it(`${accepted} times accepted, ${refused} times refused: ${expected.toFixed(2)}`, () => {
      assert.ok(Math.abs(counted(accepted, refused).boost('真抓实干') - expected) < 1e-9);
    });
  }

  it('knows nothing of other suggestions', () => {
    assert.equal(counted(5, 0).boost('真抓实干，务求实效'), 0);
  });

  it('tells a bound that no boost exceeds, and that is as near as can be where nothing is refused', () => {
    assert.equal(counted(0, 9).mostBoost, 0);
    for (const [accepted, refused] of [
      [1, 0],
      [3, 9],
      [1000, 0],
    ] as const) {
      const acceptance = counted(accepted, refused);
      assert.ok(acceptance.boost('真抓实干') <= acceptance.mostBoost);
      assert.equal(acceptance.mostBoost, counted(accepted, 0).boost('真抓实干'));
      assert.equal(new Acceptance(() => 100, acceptance.records).mostBoost, acceptance.mostBoost);
      acceptance.forget();
      assert.equal(acceptance.mostBoost, 0);
    }
  });

  it('forgets by halves, and takes nothing off when the clock is set back', () => {
    let day = 100;
    const acceptance = new Acceptance(() => day);
    acceptance.note({ accepted: ['甲', '甲'] });
    day += halfLife;
    assert.ok(Math.abs(acceptance.boost('甲') - Math.log(3 / 2)) < 1e-9);
    day = 0;
    assert.ok(Math.abs(acceptance.boost('甲') - Math.log(2)) < 1e-9);
  });

  it('holds no text, and gives the same answers when read back', () => {
    const first = counted(3, 1);
    assert.doesNotMatch(JSON.stringify(first.records), /\p{Script=Han}/u);
    const second = new Acceptance(() => 100, first.records);
    assert.equal(second.boost('真抓实干'), first.boost('真抓实干'));
    second.forget();
    assert.equal(second.boost('真抓实干'), 0);
  });

  it('keeps a bounded number, the ones that weigh most', () => {
    const acceptance = new Acceptance(() => 0);
    for (let i = 0; i < capacity + 10; i++) acceptance.note({ refused: [`第${i}`] });
    acceptance.note({ accepted: ['最后'] });
    const kept = new Acceptance(() => 0, acceptance.records);
    assert.equal(kept.records.length, capacity);
    assert.ok(kept.boost('最后') > 0);
  });
});
