import assert from 'node:assert/strict';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import type { ParallelSeries } from '../../../src/core/parallel/parallelSeries.ts';
import { generator } from '../support/random.ts';

const show = (series: ParallelSeries): string =>
  `${series.family}${series.frame === undefined ? '' : ` ${series.frame}`}: ${series.members.map(member => member.text).join(' | ')}`;

/** A text and the series that it holds, in order; `numbered` ones without their markers. */
const FOUND: readonly (readonly [text: string, ...series: string[]])[] = [
  ['一要勤学。读原著。\n二要善思。多比较。', 'numbered: 勤学 | 善思'],
  ['主要原因，一是渠道不畅，二是水量不足，三是管护不力。', 'numbered: 渠道不畅 | 水量不足 | 管护不力'],
  ['一是渠道不畅；二是水量不足。', 'numbered: 渠道不畅 | 水量不足'],
  ['（一）修渠\n先主渠。\n（二）护林\n先近山。', 'numbered: 修渠 | 护林'],
  [
    '（一）修渠。一要快，抢工期。二要好，保质量。\n（二）护林。一要早。二要细。',
    'numbered: 修渠 | 护林',
    'numbered: 快，抢工期 | 好，保质量',
    'numbered: 早 | 细',
  ],
  ['——先急后缓。修险段。\n——先易后难。做平地。', 'numbered: 先急后缓 | 先易后难'],
  ['一方面，水少。另一方面，地薄。', 'pair 一方面…另一方面…: 水少 | 地薄'],
  ['推行目标项目化、项目清单化、清单责任化。', 'chain …化: 目标项目化 | 项目清单化 | 清单责任化'],
  ['坚持以训促用、以用促改。', 'chain 以…: 以训促用 | 以用促改'],
  ['要带头干、干带头。', 'reversal: 带头干 | 干带头'],
  ['大事亲自谋划、亲自协调、亲自督办。', 'shared-head 亲自…: 亲自谋划 | 亲自协调 | 亲自督办'],
  ['要拿出一股韧劲、一股巧劲、一股狠劲。', 'shared-head 一股…: 一股韧劲 | 一股巧劲 | 一股狠劲'],
  ['不断增强大局意识、忧患意识和服务意识。', 'shared-tail …意识: 大局意识 | 忧患意识 | 服务意识'],
  [
    '以时不我待的使命感、重任在肩的责任感、不进则退的危机感干工作。',
    'shared-tail …感: 时不我待的使命感 | 重任在肩的责任感 | 不进则退的危机感',
  ],
  ['我们迎难而上、埋头苦干、善作善成。', 'run4: 迎难而上 | 埋头苦干 | 善作善成'],
  ['做好修渠道、护林木、通公路工作。', 'run3: 修渠道 | 护林木 | 通公路'],
  ['要从点滴中积累、从一线中历练、在难处中成长。', 'frame 从…中…: 从点滴中积累 | 从一线中历练 | 在难处中成长'],
  ['让村庄敢试、乡镇敢闯、部门敢担当。', 'frame: 村庄敢试 | 乡镇敢闯 | 部门敢担当'],
  ['既立足当前打基础，又着眼长远谋发展。', 'pair 既…又…: 立足当前打基础 | 着眼长远谋发展'],
  ['既要看得见的变化，更要摸得着的实惠。', 'pair 既要…更要…: 看得见的变化 | 摸得着的实惠'],
  ['不是等着水来，而是找着水去。', 'pair 不是…而是…: 等着水来 | 找着水去'],
  ['汗往一块流、劲往一块使。', 'pair: 汗往一块流 | 劲往一块使'],
  ['重点抓、抓重点，盯着改、改着盯。', 'reversal: 重点抓 | 抓重点', 'reversal: 盯着改 | 改着盯'],
  ['学有所思、思有所得、得有所用。', 'chain …有所…: 学有所思 | 思有所得 | 得有所用'],
  [
    '一要修渠，二要“护好林、补好林、爱好林”。',
    'numbered: 修渠 | “护好林、补好林、爱好林”',
    'shared-tail …好林: 护好林 | 补好林 | 爱好林',
  ],
  [
    '有的村没人守，账不清。有的村没人管。还有的村冬天不清淤。',
    'shared-head 有的…: 有的村没人守，账不清 | 有的村没人管 | 还有的村冬天不清淤',
  ],
  ['有令不行、有禁不止，推三阻四、敷衍了事。', 'run4: 有令不行 | 有禁不止 | 推三阻四 | 敷衍了事'],
  ['只要渠修好，就有好收成。', 'pair 只要…就…: 渠修好 | 有好收成'],
  ['学好“水十条”“土十条”“林十条”。', 'shared-tail …十条”: “水十条” | “土十条” | “林十条”'],
  [
    '这是乡里支持的结果，也是村里努力的结果，更是大家流汗的结果。',
    'shared-head 是…的结果: 是乡里支持的结果 | 是村里努力的结果 | 是大家流汗的结果',
  ],
  [
    '突出的是“三个不通”：一是路不通；二是水不通；三是气不通。',
    'numeric-summary: 路不通 | 水不通 | 气不通',
    'numbered: 路不通 | 水不通 | 气不通',
  ],
  [
    '反对虚报瞒报、推诿扯皮、贪图享乐这“三股歪风”。',
    'numeric-summary: 虚报瞒报 | 推诿扯皮 | 贪图享乐',
    'run4: 虚报瞒报 | 推诿扯皮 | 贪图享乐',
  ],
  ['“两修一护”就是“修渠、修路，护林”。', 'numeric-summary: 修渠 | 修路 | 护林'],
];

const NONE: readonly string[] = [
  '',
  '丁是丁、卯是卯，说一是一、说二是二。',
  '一是一、二是二。',
  '在这道题里，三是正数。',
  '第一时间赶到，第一责任人到岗，这是第一要务。',
  '凡事预则立。',
  '以等不起慢不得的劲头干工作。',
  '一把手负责，一季度开局，一带一路建设，十四五规划。',
  '投资1.5亿元，增长7.5%。',
  '我们去了东山、西河。',
  '出席会议的有王建国、李长河、张为民。',
  '种植水稻、玉米、大豆。',
  '推进应急管理、水利、财税、供销社改革。',
  '新增水库3座、新增渠道7条、新增泵站2处。',
  '我们请来了沈长河、路大山、石小满等同志。',
  '联系工商理事会、智库理事会。',
  '既定的目标不变，又快了。',
];

describe('findSeries', () => {
  for (const [text, ...series] of FOUND)
    it(text.replaceAll('\n', '⏎'), () => {
      const found = findSeries(text);
      assert.deepEqual(found.map(show), series);
      for (const { members } of found)
        for (const member of members) assert.equal(text.slice(member.start, member.end), member.text);
    });

  for (const text of NONE) it(`${text} → none`, () => assert.deepEqual(findSeries(text).map(show), []));

  it('tells scopes apart', () => {
    const scopes = (text: string): string[] => findSeries(text).map(series => series.scope);
    assert.deepEqual(scopes('一是水少；二是地薄。'), ['sentence']);
    assert.deepEqual(scopes('一要快。抢工期。二要好。保质量。'), ['paragraph']);
    assert.deepEqual(scopes('一要快。抢工期。\n二要好。保质量。'), ['paragraphs']);
    assert.deepEqual(scopes('（一）修渠\n先主渠。\n（二）护林\n先近山。'), ['sections']);
  });

  it('counts a list that comes again in the same words once', () => {
    assert.equal(findSeries('增强大局意识、忧患意识、服务意识。\n再说大局意识、忧患意识、服务意识。').length, 1);
  });

  it('says what governs, what joins and how members are numbered', () => {
    const [run] = findSeries('不断增强大局意识、忧患意识和服务意识。');
    assert.equal(run?.head?.text, '不断增强');
    assert.equal(run?.punctuation, '、');
    const [numbered] = findSeries('一是水少；二是地薄。');
    assert.deepEqual(numbered?.ordinals, [1, 2]);
    assert.equal(numbered?.punctuation, '；');
  });

  it('gives the markers as written', () => {
    assert.deepEqual(findSeries('第一，修渠。\n第二，护林。')[0]?.markers, ['第一，', '第二，']);
  });

  it('keeps a run together over long bodies', () => {
    const text = `第一，修渠。\n${'正文。\n'.repeat(15)}第二，护林。\n${'正文。\n'.repeat(15)}第三，通路。`;
    assert.deepEqual(findSeries(text).map(show), ['numbered: 修渠 | 护林 | 通路']);
  });

  it('has exact spans in any text', () => {
    const units = [...'一二三是要第，。；：、“”（）《》1.\n#*— 有的不从中以化感抓落实同志们最后首先其次'];
    const random = generator(11);
    for (let round = 0; round < 2000; round++) {
      let text = '';
      for (let length = round % 80; length > 0; length--) text += units[Math.floor(random() * units.length)]!;
      for (const { members } of findSeries(text))
        for (const member of members) assert.equal(text.slice(member.start, member.end), member.text);
    }
  });

  it('survives one endless sentence', () => {
    for (const unit of ['一要', '，', '从中', '、以', '“', '（一）', '既', '甲、', '——\n', '有的。', '“四风”'])
      findSeries(unit.repeat(5000));
  });
});
