import assert from 'node:assert/strict';
import { scanNumbered } from '../../../src/core/parallel/numberedScan.ts';
import { openSeriesAt, openSeriesStack } from '../../../src/core/parallel/openSeries.ts';
import { blankMember } from '../../../src/core/parallel/slots.ts';
import { at } from './caret.ts';

/** The draft, what is written of the marker, the markers that may come next, innermost first. */
const NUMBERED: readonly (readonly [draft: string, typed: string, next: readonly string[]])[] = [
  // one a paragraph, and run-in
  ['一要勤学。读原著。\n二要善思。多比较。\n｜', '', ['三要']],
  ['一要勤学。读原著。\n二要善思。多比较。｜', '', ['三要']],
  ['一要勤学。读原著。二要善思。多比较。｜', '', ['三要']],
  ['一要勤学。读原著。二要善思。多比较。\n｜', '', ['三要']],
  ['一要勤学。读原著。二要善思。多比较。\n\n｜', '', ['三要']],
  ['一是渠道不畅；二是水量不足；｜', '', ['三是']],
  ['主要有三条原因，一是渠道不畅，二是水量不足，｜', '', ['三是']],
  // already begun
  ['一要勤学。\n二要善思。\n三｜', '三', ['三要']],
  ['第一，修渠。\n第二，护林。\n第｜', '第', ['第三，']],
  ['第一、修渠。\n第二、护林。\n第三｜', '第三', ['第三、']],
  ['（一）修渠\n先修主渠。\n（二）护林\n分片包干。\n（｜', '（', ['（三）']],
  ['（一）修渠\n先修主渠。\n（二）护林\n分片包干。\n（三｜', '（三', ['（三）']],
  ['(一)修渠\n先修主渠。\n(二)护林\n分片包干。\n(｜', '(', ['(三)']],
  ['一方面，山区缺水。另｜', '另', ['另一方面，']],
  // styles
  ['1.修渠\n主渠先修。\n2.护林\n分片包干。\n｜', '', ['3.']],
  ['（1）修渠\n（2）护林\n｜', '', ['（3）']],
  ['其一，水少。其二，地薄。｜', '', ['其三，']],
  ['首先，修好渠。\n其次，管好林。\n｜', '', ['再次，']],
  ['首先，修好渠。｜', '', ['其次，']],
  ['——坚持先急后缓。先修险段。\n——坚持先易后难。先做平地。\n｜', '', ['——']],
  ['一靠政策。政策要稳。二靠科技。科技要实。｜', '', ['三靠']],
  // a fragment that begins in the middle of a series
  ['九是管护。十是考核。\n｜', '', ['十一是']],
  ['一是甲段。二是乙段。三是丙段。四是丁段。五是戊段。六是己段。七是庚段。八是辛段。九是壬段。｜', '', ['十是']],
  // a member without its mark, as long as those before it
  ['一是渠道不畅；二是水量不足｜', '', ['三是']],
  // articles hold their lists
  [
    '第一条　原则：\n（一）先急后缓；\n（二）先主后支。\n第二条　分工：\n（一）分段；\n（二）包干。\n｜',
    '',
    ['（三）', '第三条'],
  ],
  // a single member goes on
  ['一是抓好春灌。主渠已经通水。｜', '', ['二是']],
  ['第一，抓好春灌。\n｜', '', ['第二，']],
  // a heading alone on its line wants its body first
  ['一、去年工作\n｜', '', []],
  // nested
  [
    '一、去年工作\n（一）修渠\n主渠贯通。\n（二）护林\n一要包片。二要巡山。三要补植。｜',
    '',
    ['四要', '（三）', '二、'],
  ],
  ['一、去年工作\n（一）修渠\n主渠贯通。\n支渠开工。\n（二）护林\n分片包干。\n｜', '', ['（三）', '二、']],
  ['一、去年工作\n（一）修渠\n一要快。抢工期。二要好。保质量。\n二、今年打算\n｜', '', []],
  ['一、去年工作\n（一）修渠\n一要快。抢工期。二要好。保质量。\n二、今年打算\n再上台阶。\n｜', '', ['三、']],
  ['第一，修渠。重点两件事：一是清淤。人工为主。二是衬砌。机械为主。\n第二，护林。｜', '', ['第三，']],
  ['一是水。\n二是土。\n总之，基础薄弱。\n｜', '', []],
  // the appeal at the end closes everything
  ['一、去年工作\n平稳。\n二、今年打算\n奋进。\n同志们，让我们携起手来，把山乡建设得更好！\n｜', '', []],
  // finished with a full stop: closed, unless the user goes on by hand
  ['一是渠道不畅；二是水量不足。｜', '', []],
  ['一是渠道不畅；二是水量不足。三｜', '三', ['三是']],
  // finished with a full stop while more are announced, or on the line below its «；»: another follows
  ['一、去年工作\n抓好四个方面：一是修渠；二是护林。\n｜', '', ['三是', '二、']],
  ['一、去年工作\n抓好四个方面：一是修渠，二是护林。｜', '', ['三是', '二、']],
  ['一、去年工作\n抓好两个方面：一是修渠；二是护林。\n｜', '', ['二、']],
  ['一、去年工作\n一是修渠；二是护林；\n｜', '', ['三是', '二、']],
  // announced, with paragraphs between the members
  ['一、去年工作\n抓好三件事：一是修渠。\n先修主渠。二是护林。\n｜', '', ['三是', '二、']],
  ['一、去年工作\n抓好三件事：一是修渠。二是护林。\n分片包干。\n｜', '', ['三是', '二、']],
  ['一、去年工作\n抓好两件事：一是修渠。二是护林。\n分片包干。\n｜', '', ['二、']],
  // below a bare heading and behind a bare marker nothing further out comes next, unless it is begun
  ['一、去年工作\n平稳。\n（一）\n｜', '', []],
  ['一、去年工作\n平稳。\n（一）修渠\n｜', '', []],
  ['一、去年工作\n平稳。\n（一）修渠\n二｜', '二', ['二、']],
  // closing punctuation after the caret does not disturb
  ['他说：“一要勤学。二要善思。｜”', '', ['三要']],
];

const SILENT: readonly string[] = [
  '｜',
  '今天天气很好。｜',
  '一要勤学。二要善思，多｜',
  '一要勤学。二要｜',
  '一要勤学。二要善思。｜后面还有字',
  '《一要勤学。二要善思。｜》',
  '要第一时间赶到现场。第一责任人要到岗。｜',
  '发展是第一要务。｜',
  '第一百二十条规定得很清楚。｜',
  '丁是丁、卯是卯，一是一、二是二。｜',
  '在这道题里，三是正数。｜',
  '各单位一把手要统一要求。｜',
  '投资1.5亿元。｜',
  '2024.是个好年份。\n｜',
  '2024年3月1日\n｜',
  '一、二、三产业融合发展。｜',
  '三要素保障到位。｜',
  '我们到了山里，看了水库，｜',
  '会议在县城、乡镇、｜',
];

describe('openSeriesStack', () => {
  for (const [draft, typed, next] of NUMBERED)
    it(`${draft.replaceAll('\n', '⏎')} → ${next.join(' ') || 'nothing'}`, () => {
      const { text, offset } = at(draft);
      const stack = openSeriesStack(text, offset);
      assert.deepEqual(
        stack.map(open => open.nextMarker),
        next,
      );
      for (const open of stack) assert.equal(open.typed, typed);
    });

  for (const draft of SILENT)
    it(`${draft.replaceAll('\n', '⏎')} → nothing`, () => {
      const { text, offset } = at(draft);
      assert.deepEqual(openSeriesStack(text, offset), []);
    });

  it('reads the draft only where a series may go on', () => {
    const draft = '讲三点。一是早谋划，先人一步，再快半拍；二是快推进，日拱一卒；';
    const scans = (typed: string): number => {
      let count = 0;
      const text = draft + typed;
      openSeriesStack(text, text.length, (whole, end) => {
        count++;
        return scanNumbered(whole, end);
      });
      return count;
    };
    for (const typed of ['', '三', '三是', '三是严', '三是严督查']) assert.equal(scans(typed), 1, typed);
    for (const typed of ['督', '督查', '三是严督查，久久', '三是严督查，久久为功，善作善成'])
      assert.equal(scans(typed), 0, typed);
  });

  it('gives the members without marker and closing punctuation', () => {
    const { text, offset } = at('一要勤学。读原著。\n二要善思。多比较。\n｜');
    const open = openSeriesAt(text, offset);
    assert.deepEqual(open?.markers, ['一要', '二要']);
    assert.deepEqual(
      open?.members.map(member => [member.text, text.slice(member.start, member.end)]),
      [
        ['勤学', '勤学'],
        ['善思', '善思'],
      ],
    );
    assert.equal(open?.separator, '\n');
    assert.equal(open?.scope, 'paragraphs');
  });

  it('says how likely the next marker is', () => {
    const likelihood = (draft: string): number => {
      const { text, offset } = at(draft);
      return openSeriesAt(text, offset)?.likelihood ?? 0;
    };
    const full = '主渠贯通，支渠开工。';
    assert.ok(likelihood(`一要快。${full}\n二要好。${full}\n｜`) > 0.5);
    assert.ok(likelihood(`一要快。${full.repeat(5)}\n二要好。｜`) < 0.05, 'the second point has only begun');
    assert.ok(likelihood(`讲两点意见。\n一要快。${full}\n二要好。${full}\n｜`) < 0.1, 'as many as announced');
    assert.ok(likelihood(`讲三点意见。\n一要快。${full}\n二要好。${full}\n｜`) > 0.5);
    assert.ok(likelihood(`一要快。${full.repeat(5)}\n二要好。\n三｜`) > 0.8, 'begun by hand');
  });

  it('says which mark is still missing', () => {
    const joints = (draft: string): (string | undefined)[] => {
      const { text, offset } = at(draft);
      return openSeriesStack(text, offset).map(open => open.joint);
    };
    assert.deepEqual(joints('一是渠道不畅；二是水量不足｜'), ['；']);
    assert.deepEqual(joints('一是渠道不畅，二是水量不足｜'), ['，']);
    assert.deepEqual(joints('一是渠道不畅；二是水量不足；｜'), [undefined]);
    assert.deepEqual(joints('一是渠道不畅；二是水量｜'), [], 'too short to be over');
    assert.deepEqual(joints('一是渠道不畅，年年淤；二是水量不足｜'), [], 'members of several clauses');
  });

  it('believes in the next section where the last one has as many paragraphs as those before it', () => {
    const likelihood = (draft: string): number => openSeriesAt(draft, draft.length)?.likelihood ?? 0;
    const body = '主渠贯通，支渠开工。\n支渠分到各村，年底完工。\n';
    const done = `（一）修渠\n${body}（二）护林\n${body}（三）通路\n`;
    assert.ok(likelihood(`${done}主渠贯通，支渠开工。\n支渠分到各村，年底完工。`) > 0.15);
    assert.ok(likelihood(`${done}主渠贯通，支渠开工，支渠分到各村，年底完工。`) < 0.15);
  });

  it('believes in the next item of a list whose items end with «；»', () => {
    const draft = '（一）先急后缓；\n（二）先主后支；\n';
    assert.ok((openSeriesAt(draft, draft.length)?.likelihood ?? 0) > 0.5);
  });

  it('tells where a line break must come first', () => {
    const breaks = (draft: string): (boolean | undefined)[] => {
      const { text, offset } = at(draft);
      return openSeriesStack(text, offset).map(open => open.breaksLine);
    };
    assert.deepEqual(breaks('（一）修渠\n一要快。抢工期。二要好。｜'), [undefined, true]);
    assert.deepEqual(breaks('一要快。\n二要好。\n｜'), [undefined]);
  });

  it('takes any text and any offset without throwing', () => {
    for (const text of [
      '',
      '\n\n',
      '（',
      '第',
      '“',
      '———',
      '## 一、',
      '一要',
      '\ud840',
      '、、、',
      '《《',
      '一是\n二是\n',
    ])
      for (const offset of [-1, 0, 1, 2, 99, Number.NaN]) openSeriesStack(text, offset);
  });
});

/** The draft, the frame, the separator, the blank next member. */
const FRAMES: readonly (readonly [draft: string, frame: string, separator: string, blank: string])[] = [
  ['要从点滴中积累、从一线中历练、｜', '从…中…', '、', '从$1中$2'],
  ['要从点滴中积累、从一线中历练、从｜', '从…中…', '、', '从$1中$2'],
  ['从点滴中积累，在一线中历练，｜', '在…中…', '，', '在$1中$2'],
  ['大事要事亲自谋划、亲自协调、｜', '亲自…', '、', '亲自$1'],
  ['要拿出一股韧劲、一股巧劲、｜', '一股…', '、', '一股$1'],
  ['推行目标项目化、项目清单化、｜', '清单…化', '、', '清单$1化'],
  ['坚持以训促用、以用促改、｜', '以改促…', '、', '以改促$1'],
  ['让老人安心、让孩子开心、｜', '让…', '、', '让$1'],
  ['对老户要多走动，对新户要多帮带，｜', '对…要…', '，', '对$1要$2'],
  ['不让雨水在我这里白流、不让渠道在我这里淤塞、｜', '不让…在我这里…', '、', '不让$1在我这里$2'],
  ['能上午办的就上午办、能下午办的就下午办、｜', '能…的就…', '、', '能$1的就$2'],
  ['该修的渠修、该护的林护、｜', '该…的…', '、', '该$1的$2'],
  ['越走越宽、越走越稳、｜', '越…越…', '、', '越$1越$2'],
  ['有的渠段淤塞，有的闸门失修，｜', '有的…', '，', '有的$1'],
  ['把渠修通、把水引来、｜', '把…', '、', '把$1'],
  ['靠政策聚人心，靠产业富百姓，｜', '靠…', '，', '靠$1'],
  ['既要看眼前，｜', '既要…又要…', '，', '又要$1'],
  ['既要看眼前，又要看长远，｜', '既要…又要…', '，', '还要$1'],
  ['不是等水来，｜', '不是…而是…', '，', '而是$1'],
  ['春修亲自谋划、冬管亲自协调、｜', '…亲自…', '、', '$1亲自$2'],
  ['增强大局意识、忧患意识、｜', '…意识', '、', '$1意识'],
];

describe('openSeriesAt inside a sentence', () => {
  for (const [draft, frame, separator, blank] of FRAMES)
    it(`${draft} → ${blank}`, () => {
      const { text, offset } = at(draft);
      const open = openSeriesAt(text, offset);
      assert.ok(open);
      assert.equal(open.frame, frame);
      assert.equal(open.separator, separator);
      assert.equal(blankMember(open), blank);
      for (const member of open.members) assert.equal(text.slice(member.start, member.end), member.text);
    });

  it('peels a governing head off the first member', () => {
    const { text, offset } = at('必须坚持从点滴中积累、从一线中历练、｜');
    assert.deepEqual(
      openSeriesAt(text, offset)?.members.map(member => member.text),
      ['从点滴中积累', '从一线中历练'],
    );
  });

  it('escapes what snippets would read as syntax', () => {
    const open = openSeriesAt('花$钱的事，花$力的事，', 12);
    assert.equal(open && blankMember(open), '花$1');
    assert.equal(
      blankMember({
        family: 'frame',
        scope: 'sentence',
        markers: [],
        members: [],
        typed: '',
        separator: '、',
        frame: 'a$}…',
      }),
      'a\\$\\}$1',
    );
  });
});
