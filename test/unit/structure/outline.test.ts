import assert from 'node:assert/strict';
import { functionAtEnd, outline, sectionFunctionAt, sectionPath } from '../../../src/core/structure/outline.ts';
import type { Section } from '../../../src/core/structure/section.ts';
import { generator } from '../support/random.ts';

/** One line a section: indent by depth, level, title. */
function draw(sections: readonly Section[], depth = 0): string[] {
  return sections.flatMap(section => [
    `${'  '.repeat(depth)}${section.level} ${section.title}`,
    ...draw(section.children, depth + 1),
  ]);
}

const OUTLINES: readonly (readonly [name: string, text: string, tree: readonly string[]])[] = [
  [
    'numbered speech with title, salutation and appeal',
    `在全县水利工作会议上的讲话
（2026年3月1日）
县长　某某某
同志们：
这次会议的主要任务是部署春修。下面，我讲两点意见：
一、肯定成绩，认清不足
去年，主渠全线贯通。
（一）主渠贯通。施工提前一月。
（二）支渠开工。三个乡镇受益。
二、突出重点，抓好春修
一要抢进度。倒排工期。二要保质量。专人旁站。
同志们，让我们携手并肩，打好春修硬仗！
谢谢大家！`,
    [
      '1 同志们',
      '1 一、肯定成绩，认清不足',
      '  2 （一）主渠贯通',
      '  2 （二）支渠开工',
      '1 二、突出重点，抓好春修',
      '  2 一要抢进度',
      '  2 二要保质量',
      '1 同志们',
    ],
  ],
  [
    'all four ranks',
    '一、甲\n（一）乙\n1.丙\n（1）丁\n正文。\n（2）戊\n正文。\n2.己\n正文。\n二、庚\n正文。',
    ['1 一、甲', '  2 （一）乙', '    3 1.丙', '      4 （1）丁', '      4 （2）戊', '    3 2.己', '1 二、庚'],
  ],
  ['rank two left out', '一、甲\n1.丙\n正文。\n2.己\n正文。', ['1 一、甲', '  3 1.丙', '  3 2.己']],
  [
    'quoted heads with points of their own',
    '“两为一转”就是“为农户、为田间，转作风”。\n“为农户”就是要上门办事。\n一要勤走。多跑腿。\n二要常问。多动嘴。\n“为田间”就是要下地办事。\n一要早。赶农时。\n二要细。看墒情。',
    ['1 “为农户”', '  2 一要勤走', '  2 二要常问', '1 “为田间”', '  2 一要早', '  2 二要细'],
  ],
  [
    'points by paragraph, and what sums them up',
    '存在的问题主要有：\n一是渠道不畅。淤塞严重。\n二是管护不力。无人负责。其一，人手不足。编制偏紧。其二，经费不足。多年未增。\n总之，差距不小。',
    ['1 一是渠道不畅', '1 二是管护不力', '  2 其一，人手不足', '  2 其二，经费不足'],
  ],
  [
    'dashes',
    '一、要求\n要求如下。\n——坚持先急后缓。先修险段。\n——坚持先易后难。先做平地。',
    ['1 一、要求', '  2 ——坚持先急后缓', '  2 ——坚持先易后难'],
  ],
  ['第一，paragraphs', '第一，要修渠。\n主渠先修。\n第二，要护林。\n近山先护。', ['1 第一，要修渠', '1 第二，要护林']],
  [
    'an unnumbered last part',
    '一、甲\n正文。\n最后，再强调两件具体工作：\n一是防汛。备足物料。\n二是防火。管住火源。',
    ['1 一、甲', '1 最后，再强调两件具体工作', '  2 一是防汛', '  2 二是防火'],
  ],
  ['enumeration inside a sentence is no section', '一、甲\n原因有二：一是水少；二是地薄。', ['1 一、甲']],
  [
    'numbers that are no headings',
    '1.5亿元投资到位。\n2026年3月1日开工。\n3.15晚会提醒我们。\n一把手负责。',
    ['1 1.5亿元投资到位'],
  ],
  [
    'markdown',
    '# 讲话\n\n## 一、总结\n\n**（一）修渠。**主渠贯通。\n\n**（二）护林。**分片包干。\n\n## 二、打算\n\n奋进。',
    ['1 一、总结', '  2 （一）修渠', '  2 （二）护林', '1 二、打算'],
  ],
  [
    'plain headings where nothing is numbered',
    '水利工作汇报\n各位领导：\n现将情况汇报如下。\n去年工作情况\n主渠贯通。\n今年工作打算\n支渠开工。',
    ['1 各位领导', '1 去年工作情况', '1 今年工作打算'],
  ],
  [
    'parts above 一、, and notes below the speech',
    '政府工作报告\n各位代表：\n去年工作回顾\n渠通了。\n一、修渠\n主渠贯通。\n二、护林\n分片包干。\n今年工作安排\n目标如下。\n一、再修渠\n一是支渠。年内完工。\n二是毛渠。来年完工。\n二、再护林\n近山先护。\n各位代表，为家园更美而努力奋斗！\n名词解释\n1.支渠：主渠分出的渠。\n2.毛渠：支渠分出的渠。',
    [
      '1 各位代表',
      '1 去年工作回顾',
      '  2 一、修渠',
      '  2 二、护林',
      '1 今年工作安排',
      '  2 一、再修渠',
      '    3 一是支渠',
      '    3 二是毛渠',
      '  2 二、再护林',
      '1 各位代表',
      '1 名词解释',
    ],
  ],
  [
    'what is done between the words is no heading, what is called up is',
    '主持词\n同志们：\n现在开会。\n（奏唱国歌）\n下面，进行第一项议程，请渠长通报情况。\n（渠长通报情况）\n接下来进行第二项议程，请村长发言。\n会议到此结束，散会！',
    ['1 同志们', '1 下面，进行第一项议程', '1 接下来进行第二项议程', '1 会议到此结束'],
  ],
  ['who is addressed in two ways', '讲话\n青年朋友们，同志们：\n一、甲\n正文。', ['1 青年朋友们，同志们', '1 一、甲']],
  [
    'a report, by what the speaker goes on to',
    '本报讯 三月一日，县里开会。\n县长指出，要抓春修。主渠先修。\n县长强调，要抓护林。近山先护。',
    ['1 本报讯 三月一日，县里开会', '1 要抓春修', '1 要抓护林'],
  ],
  ['empty', '', []],
];

describe('outline', () => {
  for (const [name, text, tree] of OUTLINES) it(name, () => assert.deepEqual(draw(outline(text)), tree));

  for (const [name, ending, lines] of [
    ['an address and a wish', '同志们，渠成之日，一定瓜果满园！', 1],
    ['an address on a line of its own', '同志们！\n我相信，渠成之日，一定瓜果满园。', 2],
    ['an appeal without an address', '渠成之日，就是我们向乡亲交出的合格答卷！', 1],
    ['thanks after an appeal', '各位乡亲，大家一起干。\n我就讲这些，谢谢大家！', 2],
    ['thanks alone', '谢谢大家！', 1],
  ] as const) {
    it(`ends with ${name}, above signature and date`, () => {
      const text = `一、修渠\n主渠先修。\n二、护林\n近山先护。\n${ending}\n（水利局供稿）\n三月一日`;
      const last = outline(text).at(-1)!;
      assert.equal(last.function, '号召结尾');
      assert.equal(text.slice(last.start, last.end), ending.split('\n').slice(0, lines).join('\n'));
    });
  }

  it('does not take the last point for an ending', () => {
    assert.deepEqual(draw(outline('一、修渠\n一要快。抢农时。\n二要好。为作出贡献。')), [
      '1 一、修渠',
      '  2 一要快',
      '  2 二要好',
    ]);
  });

  it('names what sections do', () => {
    const [, text] = OUTLINES[0]!;
    assert.deepEqual(
      outline(text).map(section => section.function),
      ['称谓', '肯定成绩', '部署任务', '号召结尾'],
    );
    const problems = outline(OUTLINES[4]![1]);
    assert.ok(problems.every(section => section.function === '查找不足'));
  });

  it('covers heading, body and children, in order and without overlap', () => {
    const check = (sections: readonly Section[], start: number, end: number): void => {
      let from = start;
      for (const section of sections) {
        assert.ok(from <= section.start && section.start < section.end && section.end <= end, section.title);
        check(section.children, section.start, section.end);
        from = section.end;
      }
    };
    for (const [, text] of OUTLINES) check(outline(text), 0, text.length);
    const lines = OUTLINES.flatMap(([, text]) => text.split('\n'));
    const random = generator(6);
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 40 }, () => lines[Math.floor(random() * lines.length)]).join('\n');
      check(outline(text), 0, text.length);
    }
  });

  it('gives the way to a place', () => {
    const text = '一、甲\n（一）乙\n正文一。\n（二）丙\n正文二。';
    const sections = outline(text);
    assert.deepEqual(sectionPath(sections, text.indexOf('正文二')), ['一、甲', '（二）丙']);
    assert.deepEqual(sectionPath(sections, text.length), ['一、甲', '（二）丙']);
    assert.deepEqual(sectionPath(outline('没有标题。'), 99), []);
    assert.equal(sectionFunctionAt(outline('一、肯定成绩\n修渠。'), 9), '肯定成绩');
  });

  it('tells of the end alone what the whole outline tells of it', () => {
    const texts = OUTLINES.map(([, text]) => text);
    const told = new Set<string | undefined>();
    for (const text of [...texts, texts.join('\n'), '同志们：\n刚才，三个乡镇作了发言。\n去年主渠贯通。']) {
      for (let end = 0; end <= text.length; end++) {
        const draft = text.slice(0, end);
        const found = functionAtEnd(draft);
        assert.equal(found, sectionFunctionAt(outline(draft), end), draft);
        told.add(found);
      }
    }
    assert.ok(told.size > 5, `${told.size}`);
  });

  it('takes any text without throwing, in linear time', () => {
    const started = performance.now();
    for (const unit of [
      '一、',
      '一、\n',
      '（一）\n',
      '一要\n',
      '# ',
      '**',
      '——\n',
      '“甲”就是要\n',
      '同志们：\n',
      '最后，\n',
      '一是甲。',
    ])
      outline(unit.repeat(5000));
    assert.ok(performance.now() - started < 5000);
  });
});
