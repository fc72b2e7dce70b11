import assert from 'node:assert/strict';
import { homeOf, isRelated } from '../../../src/core/borrow/home.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { plainDocument, segmentOf } from '../support/inMemoryCorpus.ts';

/** «昆山市» is a word of it. */
const known = { ...plainDocument('0', '昆山市的河'), wordStarts: Uint32Array.of(0, 3, 4) };
const index = new CorpusIndex([{ segment: segmentOf([known]), deleted: [] }]);
const home = (text: string) => homeOf(index, text);
const three = (name: string) => `${name}的河，${name}的山，${name}的田。`;

describe('whom a text speaks for', () => {
  const cases: readonly [text: string, places: readonly string[], above: readonly string[]][] = [
    [three('济南'), ['济南'], ['山东']],
    ['济南的河，济南的山。', [], []],
    [`${three('济南')}${three('济南')}青岛的朋友来过济南。`, ['济南'], ['山东']],
    [`${three('马鞍山')}`, ['马鞍山'], ['安徽']],
    [`${three('山东')}济南的河，济南的山。`, ['山东'], []],
    [`${three('济南')}${three('山东')}全省的河，全省的山。`, ['山东'], []],
    [`${three('济南')}${three('山东')}全市的河，我市的山。`, ['济南'], ['山东']],
    [`昆山市的河。${three('昆山')}苏州的桥，苏州的塔，去苏州。`, ['昆山', '苏州'], ['苏州', '江苏', '江苏']],
    [`示范市的河。${three('示范')}`, [], []],
  ];
  for (const [text, places, above] of cases) {
    it(`is ${places.join(', ') || 'unknown'} for ${text}`, () => {
      const found = home(text);
      assert.deepEqual([found.places, found.above, found.isNational], [places, above, false]);
    });
  }

  it('is the country for what names it and hardly any place, and for rules', () => {
    assert.equal(home('我国的河，全国的田，中国的山。').isNational, true);
    assert.equal(home('我国的河，全国的田，中国的山，我市的桥。').isNational, false);
    assert.equal(home(`我国的河，全国的田，中国的山。${three('济南')}`).isNational, false);
    assert.equal(home('第一条　修河。\n第二条　修田。\n第三条　修桥。').isNational, true);
  });

  it('is related to the same place, to what it belongs to and to what belongs to it', () => {
    const related = (a: string, b: string) => isRelated(home(three(a)), home(three(b)));
    assert.equal(related('济南', '济南'), true);
    assert.equal(related('济南', '山东'), true);
    assert.equal(related('山东', '济南'), true);
    assert.equal(related('济南', '青岛'), false);
    assert.equal(related('济南', '江苏'), false);
    assert.equal(related('我国', '全国'), true);
    assert.equal(related('我国', '济南'), false);
  });
});
