import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../../src/core/document/clean.ts';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { openSeriesStack } from '../../../src/core/parallel/openSeries.ts';
import { outline } from '../../../src/core/structure/outline.ts';
import type { Section } from '../../../src/core/structure/section.ts';

/** Real speeches that stay outside the project. The tests read shapes off them, no sentence of theirs is written here. */
const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');

function seed(number: string): string {
  const name = readdirSync(SEEDS).find(file => file.startsWith(number))!;
  return clean(readFileSync(join(SEEDS, name), 'utf8')).text;
}

/** First unit or two of each title, with the number of children: «一、4». */
const shape = (sections: readonly Section[]): string =>
  sections
    .map(
      section =>
        `${/^(?:[一二三四五六]、|（.）|第.，|其.|[一二三四五六][是要]|——|“|最后)?/.exec(section.title)![0]}${section.children.length}`,
    )
    .join(' ');

describe('real speeches', () => {
  before(function () {
    if (existsSync(SEEDS)) return;
    console.log('      skipped: no ../shared/seeds beside the project');
    this.skip();
  });

  it('000: a fragment that begins in a run of points', () => {
    const sections = outline(seed('000'));
    assert.equal(shape(sections), '四要0 第四，8');
    assert.equal(shape(sections[1]!.children), '一要0 二要0 三要0 四要0 五要0 一要0 二要0 三要0');
  });

  it('001: three parts, dashes, 第X， paragraphs, run-in points and a last part without number', () => {
    const sections = outline(seed('001'));
    assert.equal(shape(sections), '0 一、9 二、8 三、6 最后4 0');
    assert.equal(shape(sections[2]!.children), '——0 ——0 ——0 ——0 第一，0 第二，6 第三，4 第四，0');
    assert.deepEqual(
      sections.map(section => section.function),
      ['称谓', '肯定成绩', '部署任务', '要求保障', '近期工作', '号召结尾'],
    );
    assert.deepEqual(
      sections[1]!.children.map(section => section.function),
      [...Array<string>(5).fill('肯定成绩'), ...Array<string>(4).fill('查找不足')],
    );
  });

  it('002: a report without headings, cut at what the speaker goes on to', () => {
    const sections = outline(seed('002'));
    assert.equal(shape(sections), '0 0 0 0 0');
    assert.deepEqual(
      sections.slice(2).map(section => section.title.slice(0, 3)),
      ['抓落实', '要明确', '要完善'],
    );
  });

  it('003: run-in heads below （一） … （四）', () => {
    const sections = outline(seed('003'));
    assert.equal(shape(sections), '0 一、4');
    assert.equal(shape(sections[1]!.children), '（一）3 （二）3 （三）3 （四）2');
    for (const { children } of sections[1]!.children) assert.match(shape(children), /^一要0 二要0( 三要0)?$/);
  });

  it('004: quoted heads instead of numbers', () => {
    const sections = outline(seed('004'));
    assert.equal(shape(sections), '0 一是0 二是0 三是0 四是3 五是0 “3 “3 “6 “3 “4 0');
    assert.deepEqual(
      sections.slice(6, -1).map(({ title }) => title),
      ['“为基层”', '“为群众”', '“转观念”', '“转作风”', '“提升效能”'],
    );
    assert.ok(sections.slice(1, 6).every(section => section.function === '查找不足'));
    assert.equal(sections.at(-1)!.function, '号召结尾');
    const kinds = sections.slice(6, -1).map(({ children }) => shape(children));
    for (const points of kinds) assert.match(points, /^一要0 二要0 三要[03]( 四要0)?( 五要0)?( 六要0)?$/);
  });

  it('every numbered series goes on at its own next marker', () => {
    for (const number of ['000', '001', '002', '003', '004']) {
      const text = seed(number);
      for (const series of findSeries(text)) {
        if (series.family !== 'numbered') continue;
        for (let index = 2; index < series.markers.length; index++) {
          const marker = series.markers[index]!;
          const caret = text.lastIndexOf(marker, series.members[index]!.start);
          const next = openSeriesStack(text.slice(0, caret), caret).map(open => open.nextMarker);
          assert.ok(next.slice(0, 3).includes(marker), `${number}: ${marker}, offered ${next.join(' ')}`);
        }
      }
    }
  });

  it('members are exact stretches of the text', () => {
    for (const number of ['000', '001', '002', '003', '004']) {
      const text = seed(number);
      for (const { members } of findSeries(text))
        for (const member of members) assert.equal(text.slice(member.start, member.end), member.text);
    }
  });
});
