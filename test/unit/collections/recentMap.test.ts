import assert from 'node:assert/strict';
import { RecentMap } from '../../../src/core/collections/recentMap.ts';

describe('RecentMap', () => {
  const filled = (): RecentMap<string, number> => {
    const map = new RecentMap<string, number>(2);
    map.set('甲', 1);
    map.set('乙', 2);
    return map;
  };

  it('forgets what was set first when there is no room for more', () => {
    const map = filled();
    map.set('丙', 3);
    assert.deepEqual([map.get('甲'), map.get('乙'), map.get('丙')], [undefined, 2, 3]);
  });

  it('forgets nothing for a key that it has', () => {
    const map = filled();
    map.set('甲', 4);
    assert.deepEqual([map.get('甲'), map.get('乙')], [4, 2]);
    map.set('丙', 3);
    assert.deepEqual([map.has('甲'), map.has('乙')], [true, false], 'set anew, it is the last');
  });

  it('keeps what is refreshed longer than what is only looked at', () => {
    const looked = filled();
    looked.get('甲');
    looked.set('丙', 3);
    assert.ok(!looked.has('甲'));
    const refreshed = filled();
    assert.equal(refreshed.refresh('甲'), 1);
    refreshed.set('丙', 3);
    assert.ok(refreshed.has('甲'));
  });

  it('makes a value once', () => {
    const map = filled();
    const made: string[] = [];
    const make = (): number => made.push('丙');
    assert.deepEqual([map.getOrMake('丙', make), map.getOrMake('丙', make), map.getOrMake('乙', make)], [1, 1, 2]);
  });

  it('makes no value a second time either', () => {
    const map = new RecentMap<string, number | undefined>(2);
    let made = 0;
    const make = (): undefined => void made++;
    assert.deepEqual([map.getOrMake('甲', make), map.getOrMake('甲', make), made], [undefined, undefined, 1]);
  });

  it('keeps longer what was refreshed or made last', () => {
    const map = filled();
    assert.equal(
      map.refreshOrMake('甲', () => 5),
      1,
    );
    assert.equal(
      map.refreshOrMake('丙', () => 3),
      3,
    );
    assert.deepEqual([map.has('甲'), map.has('乙'), map.get('丙')], [true, false, 3]);
  });
});
