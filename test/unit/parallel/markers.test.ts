import assert from 'node:assert/strict';
import { markerAt, markerStart } from '../../../src/core/parallel/markerAt.ts';
import { nextMarker, type Place } from '../../../src/core/parallel/markers.ts';

/** Text, where it stands, marker, ordinal, the marker after it. */
const MARKERS: readonly (readonly [
  text: string,
  place: Place,
  marker: string,
  ordinal: number,
  next: string | undefined,
])[] = [
  ['一是修渠', 'clause', '一是', 1, '二是'],
  ['十九是修渠', 'clause', '十九是', 19, '二十是'],
  ['二要护林', 'sentence', '二要', 2, '三要'],
  ['一要求真务实', 'line', '一要', 1, '二要'],
  ['第二，护林', 'line', '第二，', 2, '第三，'],
  ['第二、护林', 'line', '第二、', 2, '第三、'],
  ['第二：护林', 'line', '第二：', 2, '第三：'],
  ['第三条　本办法', 'line', '第三条', 3, '第四条'],
  ['其一，水少', 'sentence', '其一，', 1, '其二，'],
  ['首先，', 'line', '首先，', 1, '其次，'],
  ['再次，', 'line', '再次，', 3, '最后，'],
  ['最后，', 'line', '最后，', 4, undefined],
  ['一、工作回顾', 'line', '一、', 1, '二、'],
  ['一、一年来的工作', 'line', '一、', 1, '二、'],
  ['（九）护林', 'line', '（九）', 9, '（十）'],
  ['(九)护林', 'line', '(九)', 9, '(十)'],
  ['1.修渠', 'line', '1.', 1, '2.'],
  ['9．修渠', 'line', '9．', 9, '10．'],
  ['1、修渠', 'line', '1、', 1, '2、'],
  ['（12）修渠', 'line', '（12）', 12, '（13）'],
  ['③修渠', 'line', '③', 3, '④'],
  ['——坚持先急后缓。', 'line', '——', 0, '——'],
  ['一方面，水少', 'clause', '一方面，', 1, '另一方面，'],
  ['另一方面地薄', 'clause', '另一方面', 2, undefined],
  ['一来路远', 'clause', '一来', 1, '二来'],
  ['二靠科技', 'clause', '二靠', 2, '三靠'],
];

const FALSE_FRIENDS: readonly (readonly [text: string, place: Place])[] = [
  ['第一时间赶到', 'line'],
  ['第一责任人', 'line'],
  ['第一要务', 'line'],
  ['第一百二十条', 'line'],
  ['第一、二产业', 'sentence'],
  ['第一、第二产业', 'clause'],
  ['一是一、二是二', 'clause'],
  ['二是二。', 'clause'],
  ['一是否', 'clause'],
  ['一把手', 'line'],
  ['一季度', 'line'],
  ['一带一路', 'line'],
  ['十四五时期', 'line'],
  ['三要素', 'line'],
  ['一、二、三产业', 'line'],
  ['二、三线城市', 'sentence'],
  ['一、二产业', 'clause'],
  ['百是', 'line'],
  ['三三是', 'line'],
  ['1.5亿', 'line'],
  ['2024.好', 'line'],
  ['2024年', 'line'],
  ['0.修渠', 'line'],
  ['3.15晚会', 'line'],
  ['（2024）', 'line'],
  ['（一般）', 'line'],
  ['——2026年1月8日在全市大会上', 'line'],
  ['———', 'line'],
  ['最后一公里', 'line'],
  ['其次数', 'line'],
  ['其一生', 'line'],
];

describe('markerAt', () => {
  for (const [text, place, marker, ordinal, next] of MARKERS)
    it(`${text} → ${marker}, then ${next ?? 'nothing'}`, () => {
      const found = markerAt(text, 0, place);
      assert.deepEqual([found?.text, found?.ordinal], [marker, ordinal]);
      assert.equal(nextMarker(found!, found!), next);
    });

  for (const [text, place] of FALSE_FRIENDS)
    it(`${text} → none`, () => assert.equal(markerAt(text, 0, place), undefined));

  it('looks through markdown and quotes at the start of a line', () => {
    const text = '## **一、总结**';
    assert.equal(markerAt(text, markerStart(text, 0, 'line'), 'line')?.text, '一、');
  });

  it('keeps the punctuation of the first member for all', () => {
    const first = markerAt('第一，', 0, 'line')!;
    const last = markerAt('第二、', 0, 'line')!;
    assert.equal(nextMarker(first, last), '第三，');
  });
});
