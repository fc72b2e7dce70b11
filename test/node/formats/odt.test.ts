import assert from 'node:assert/strict';
import { FormatError } from '../../../src/node/formats/common/formatText.ts';
import { readOdt } from '../../../src/node/formats/odt/odt.ts';
import { odt } from './officeFiles.ts';

const text = (body: string, parts = {}) => readOdt(odt(body, parts)).text;
const p = (content: string, style = 'S') => `<text:p text:style-name="${style}">${content}</text:p>`;
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`;
const numbers = (level: number, format: string, prefix: string, suffix: string) =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/>`;
const OFFICIAL = `<text:list-style style:name="L">${numbers(1, '一, 二, 三, ...', '', '、')}${numbers(2, '一, 二, 三, ...', '（', '）')}</text:list-style>`;

describe('OpenDocument texts', () => {
  it('are read paragraph by paragraph, blanks as they show', () => {
    assert.equal(
      text(`${p('要把\n   粮食<text:s text:c="2"/>抓<text:tab/>紧<text:line-break/>抓好')}<text:h>标题</text:h>`),
      '要把 粮食  抓\t紧\n抓好\n标题',
    );
  });

  it('leave out what does not show', () => {
    const automaticStyles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="T2" style:family="text"><style:text-properties text:display="true"/></style:style>' +
      '<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('删去')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p(
        `明<text:span text:style-name="T1">暗<text:span>更暗</text:span><text:span text:style-name="T2">又明</text:span></text:span>处<office:annotation><text:p>批注</text:p></office:annotation>`,
      ) +
      p('整段隐藏', 'P1') +
      p('<text:hidden-paragraph text:is-hidden="true"/>条件隐藏') +
      `<text:section text:display="none">${p('节')}</text:section>` +
      p('<text:ruby><text:ruby-base>行</text:ruby-base><text:ruby-text>hang</text:ruby-text></text:ruby>');
    assert.equal(text(body, { automaticStyles }), '明又明处\n行');
  });

  it('number their lists, on into the next list where it says so', () => {
    const body =
      `<text:list xml:id="a" text:style-name="L">${item(p('甲'), p('续'))}${item(`<text:list>${item(p('子'))}${item(p('丑'))}</text:list>`)}${item(p('乙'))}</text:list>` +
      p('正文') +
      `<text:list text:style-name="L" text:continue-numbering="true">${item(p('丙'))}</text:list>` +
      `<text:list text:continue-list="a" text:style-name="L">${item(p('丁'))}</text:list>` +
      `<text:list text:style-name="L"><text:list-header>${p('无号')}</text:list-header><text:list-item text:start-value="8">${p('戊')}</text:list-item></text:list>`;
    assert.deepEqual(text(body, { automaticStyles: OFFICIAL }).split('\n'), [
      '一、甲',
      '续',
      '（一）子',
      '（二）丑',
      '二、乙',
      '正文',
      '三、丙',
      '四、丁',
      '无号',
      '八、戊',
    ]);
  });

  it('number headings, and lists by the pattern LibreOffice writes', () => {
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一" style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>' +
      '<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="1" num-list-format="第%1%条"/></text:list-style>' +
      '<style:style style:name="Q" style:family="paragraph" style:list-style-name="M"/>';
    const body = `<text:h text:outline-level="1">总</text:h><text:h text:outline-level="2">分</text:h><text:list>${item(p('一条', 'Q'))}</text:list><text:h text:outline-level="1">结</text:h>`;
    assert.equal(text(body, { styles }), '一、总\n分\n第1条 一条\n二、结');
  });

  it('give tables by rows, text boxes and notes after what holds them', () => {
    const cell = (content: string) => `<table:table-cell>${p(content)}</table:table-cell>`;
    const table = `<table:table><table:table-row>${cell('项目')}${cell('金额')}</table:table-row><table:table-row>${cell('修渠')}${cell('12')}</table:table-row></table:table>`;
    const box = p('外<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>面');
    const note = p(
      '据载<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>见县志。</text:p></text:note-body></text:note>，如此。',
    );
    assert.equal(text(table + box + note), '项目\t金额\n修渠\t12\n外面\n框\n据载，如此。\n见县志。');
  });

  it('take the title from its style', () => {
    const automaticStyles = '<style:style style:name="P7" style:family="paragraph" style:parent-style-name="Title"/>';
    assert.equal(readOdt(odt(p('春耕讲话', 'P7') + p('同志们：'), { automaticStyles })).title, '春耕讲话');
  });

  it('are refused when encrypted', () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    assert.throws(
      () => readOdt(odt('', { manifest })),
      (error: unknown) => error instanceof FormatError && error.message === '已加密',
    );
  });
});
