import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findPlaceholders, nextPlaceholder, type PlaceholderKind } from '../../../src/core/structure/placeholders.ts';

const found = (text: string) => findPlaceholders(text).map(({ start, end }) => text.slice(start, end));

describe('findPlaceholders', () => {
  const cases: readonly (readonly [text: string, kind: PlaceholderKind, ...places: string[]])[] = [
    ['在XX县第X次会议上，增长XX%、X.X%', 'letters', 'XX', 'X', 'XX%', 'X.X%'],
    ['20XX年，xx市的ＸＸ乡', 'letters', 'XX', 'xx', 'ＸＸ'],
    ['×××同志于×年×月到任，第××次', 'crosses', '×××', '×', '×', '××'],
    ['○○市', 'circles', '○○'],
    ['由□□□负责', 'boxes', '□□□'],
    ['从**县到**乡，再到**村。', 'stars', '**', '**', '**'],
    ['请____同志讲话，联系人：＿＿＿', 'underscores', '____', '＿＿＿'],
    ['完成三百件【待核实】，见【此处补充数据】', 'note', '【待核实】', '【此处补充数据】'],
    ['参会的有［…］和（　　）', 'brackets', '［…］', '（　　）'],
    [`在\${会议名}上，{{讲话人}}强调`, 'variable', `\${会议名}`, '{{讲话人}}'],
    [`\${XX××}`, 'variable', `\${XX××}`],
  ];
  for (const [text, kind, ...places] of cases) {
    it(`${text} → ${places.join(' ')}`, () => {
      assert.deepEqual(found(text), places);
      assert.ok(findPlaceholders(text).every(each => each.kind === kind));
    });
  }

  const none: readonly (readonly [what: string, text: string])[] = [
    ['bold', '**要实现新跨越**，就要**抓落实**。\n**一是修渠。**二是护林。'],
    ['bold of another kind', '__要实现新跨越__。'],
    ['multiplication', '面积是3×4米，即长×宽，用单价×个数。'],
    ['words and names of Latin letters', 'XXL码、X光、X射线、MAXX、https://x.com/xx/1'],
    ['years', '二○○八年、二○○○年'],
    ['rules and tick boxes', '****\n____\n- [ ] 修渠\n□是　□否'],
    ['titles in brackets', '【摘要】今年（含往年）'],
    ['headwords and numbers of notes', '【护渠队】由各村派人组成。\n持续修渠【12】，'],
    ['shell variables of other kinds', `\${}`],
  ];
  for (const [what, text] of none) it(`passes over ${what}`, () => assert.deepEqual(found(text), []));

  it('takes the prompts it is told of for open', () => {
    const places = findPlaceholders('在【会议名】上，【护渠队】报告。', new Set(['【会议名】']));
    assert.deepEqual(places, [{ start: 1, end: 6, kind: 'note' }]);
  });

  it('tells masks from bold in a draft that has both', () => {
    assert.deepEqual(found('**一是修渠。**要快。\n从**县到本县。\n跳出**看**，'), ['**', '**', '**']);
  });

  it('finds ascending places inside any text', () => {
    const pieces = fc.constantFrom(
      'X',
      'x',
      '×',
      '**',
      '_',
      '□',
      '○',
      '【',
      '】',
      '待',
      '［',
      '］',
      '…',
      '${',
      '}',
      '{{',
      '}}',
      '渠',
      '个',
      '3',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
        const text = parts.join('');
        let end = 0;
        for (const each of findPlaceholders(text)) {
          assert.ok(each.start >= end && each.end > each.start && each.end <= text.length);
          end = each.end;
        }
      }),
    );
  });

  it('reads a long draft in time that grows with its length', () => {
    for (const unit of ['【', '${', '**', '[', '（　', 'X.', '{{']) {
      const used = process.cpuUsage();
      findPlaceholders(unit.repeat(100_000));
      assert.ok(process.cpuUsage(used).user < 2_000_000, unit);
    }
  });
});

describe('nextPlaceholder', () => {
  const all = findPlaceholders('XX县XX乡XX村');
  const at = (start: number, end = start) => ({ start, end });

  it('goes round, in both directions', () => {
    assert.equal(nextPlaceholder(all, at(0, 2), 'next')?.start, 3);
    assert.equal(nextPlaceholder(all, at(6, 8), 'next')?.start, 0);
    assert.equal(nextPlaceholder(all, at(3, 5), 'previous')?.start, 0);
    assert.equal(nextPlaceholder(all, at(0, 2), 'previous')?.start, 6);
    assert.equal(nextPlaceholder(all, at(0), 'next')?.start, 0);
    assert.equal(nextPlaceholder([], at(0), 'next'), undefined);
  });
});

describe('placeholders of the real documents', () => {
  const folder = '../shared/seeds';
  before(function () {
    if (!existsSync(folder)) this.skip();
  });

  it('are 91 runs of X in 001 and 11 withheld names in 003', () => {
    const counts = new Map<string, string>();
    for (const file of readdirSync(folder)) {
      const kinds = findPlaceholders(readFileSync(`${folder}/${file}`, 'utf8')).map(({ kind }) => kind);
      counts.set(
        file.slice(0, 3),
        [...new Set(kinds)].map(kind => `${kind} ${kinds.filter(each => each === kind).length}`).join(),
      );
    }
    assert.deepEqual(Object.fromEntries(counts), {
      '000': 'letters 3',
      '001': 'letters 91',
      '002': '',
      '003': 'stars 11',
      '004': 'letters 8',
    });
  });
});
