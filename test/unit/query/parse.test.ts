import assert from 'node:assert/strict';
import { literalQuery, typedQuery } from '../../../src/core/query/literal.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { type Element, type Pattern, QueryError } from '../../../src/core/query/pattern.ts';

/** `从[~]中`: text as it is, everything else in brackets. */
function spelled(pattern: Pattern): string {
  return pattern.map(spelledElement).join('');
}

function spelledElement(element: Element): string {
  switch (element.kind) {
    case 'text':
      return element.text;
    case 'character':
      return '[?]';
    case 'gap':
      return '[~]';
    case 'variable':
      return `[${'ABCD'[element.letter]}${element.isFirst ? '' : ' again'}]`;
    default:
      return `[${element.kind} ${element.group}]`;
  }
}

describe('parseQuery', () => {
  const table: ReadonlyArray<readonly [query: string, pattern: string]> = [
    ['真抓实干', '真抓实干'],
    ['从~中~', '从[~]中[~]'],
    ['一?二?', '一[?]二[?]'],
    ['该(~)的\\1', '该[open 1][~][close 1]的[back 1]'],
    ['(?)(?)\\2\\1', '[open 1][?][close 1][open 2][?][close 2][back 2][back 1]'],
    ['A不A', '[A]不[A again]'],
    ['ABAB', '[A][B][A again][B again]'],
    ['坚持学,坚持干', '坚持学，坚持干'],
    ['12:30', '12:30'],
    ['GDP和A股', 'GDP和A股'],
    ['推广PPP模式', '推广PPP模式'],
    ['"A不A"', 'A不A'],
    ['怎么办\\?', '怎么办?'],
    ['怎么办？', '怎么办？'],
    ['（一）', '（一）'],
  ];
  for (const [query, pattern] of table) {
    it(`reads ${query}`, () => assert.equal(spelled(parseQuery(query)), pattern));
  }

  const errors: ReadonlyArray<readonly [query: string, message: string]> = [
    ['从(~中', '第2个字“(”没有配对的“)”'],
    ['从~)中', '第3个字“)”前面没有“(”'],
    ['该()的', '第2个字“(”里面是空的'],
    ['((~)的)', '第2个字“(”在另一个括号里面，括号不能套括号'],
    ['该\\1的', '第2个字“\\”所指的第1个括号在它前面还没有'],
    ['(~\\1)的', '第3个字“\\”所指的第1个括号在它前面还没有'],
    ['该\\', '第2个字“\\”后面要有一个数字或符号'],
    ['该"的', '第2个字“"”没有配对的引号'],
    ['从~~中', '两个“~”不能相连：一个“~”已经是一字到十二字'],
    ['一~二~三~四~五~', '“~”最多4个'],
    ['?~', '“?~”里没有一个确定的字，什么都能对上'],
    ['中?'.repeat(51), '查询太长：最多100个字'],
  ];
  for (const [query, message] of errors) {
    it(`says what is wrong with ${query.slice(0, 12)}`, () => {
      assert.throws(
        () => parseQuery(query),
        (error: unknown) => error instanceof QueryError && error.message === message,
      );
    });
  }
});

describe('literalQuery', () => {
  for (const text of ['怎么办？“(一)”', 'A不A', 'a\\b~c?', '（一）', 'GDP', '“PPP”']) {
    it(`finds nothing but ${text}`, () => {
      const [element, ...others] = parseQuery(typedQuery(literalQuery(text)));
      assert.deepEqual([element, others], [{ kind: 'text', text }, []]);
    });
  }

  it('leaves text alone that means itself', () => assert.equal(literalQuery('真抓实干，GDP'), '真抓实干，GDP'));
});

describe('typedQuery', () => {
  const table: ReadonlyArray<readonly [typed: string, meant: string]> = [
    ['一？二？', '一?二?'],
    ['从～中～', '从~中~'],
    ['该（～）的\\1', '该(~)的\\1'],
    ['该（？？）的\\1', '该(??)的\\1'],
    ['（一）', '（一）'],
    ['怎么办\\？', '怎么办\\？'],
  ];
  for (const [typed, meant] of table) it(`${typed} is meant as ${meant}`, () => assert.equal(typedQuery(typed), meant));
});
