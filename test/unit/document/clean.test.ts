import assert from 'node:assert/strict';
import { clean } from '../../../src/core/document/clean.ts';

function check(raw: string, expected: string, markdown = false): void {
  assert.equal(clean(raw, { markdown }).text, expected);
}

describe('clean: lines and paragraphs', () => {
  it('leaves one paragraph a line without blanks around it', () =>
    check('\ufeff　　同志们：\r\n\r\n　　今天开会。 \r\n\r\n', '同志们：\n今天开会。'));
  it('joins a line broken after a semicolon', () =>
    check(
      '有的部门行动迟缓；\n有的乡镇还在观望。\n下面讲三点。',
      '有的部门行动迟缓；有的乡镇还在观望。\n下面讲三点。',
    ));
  it('keeps list items after a semicolon, numbered or labelled', () => {
    check('（一）修渠；\n（二）清淤；\n一是抓早；\n二是抓实。', '（一）修渠；\n（二）清淤；\n一是抓早；\n二是抓实。');
    check('三保：保渠道、保水源；\n四防：防渗、防堵。', '三保：保渠道、保水源；\n四防：防渗、防堵。');
  });
  it('puts a lost paragraph break back before a reporting clause', () =>
    check('各县区负责人参加。 陈远山指出，要抓早。 要抓实。', '各县区负责人参加。\n陈远山指出，要抓早。要抓实。'));
  it('keeps headings of one width apart from the paragraphs under them', () => {
    const heads = ['修渠', '筑坝', '清淤', '植树', '铺路', '架桥', '打井', '建站', '联网'];
    const section = (word: string, i: number): string =>
      `（${'一二三四五六七八九'[i]}）突出${word}这个重点，补齐短板弱项\n${'今年汛前要把任务分到村组，把责任落到人头。'.repeat(4)}`;
    const raw = heads.map(section).join('\n');
    check(raw, raw);
  });

  it('joins lines wrapped at a fixed width', () => {
    const body = '云泽河两岸的沟渠今年都要清淤一遍各乡镇先报计划再开工并且逐条验收登记造册';
    const wrapped = Array.from({ length: 12 }, (_, i) => body.slice(i, i + 24)).join('\n');
    const raw = `　　${wrapped}\n完工。\n　　下一步抓管护。`;
    check(raw, `${wrapped.replaceAll('\n', '')}完工。\n下一步抓管护。`);
  });
});

describe('clean: web furniture', () => {
  const furniture = [
    '下面是小编为大家整理的在全县水利会议上的讲话（精选文档），供大家参考。',
    '推荐访问：水利 会议 讲话',
    '下一篇：在植树节上的讲话',
    '免责声明：本文仅限学习分享，如产生版权问题，请联系我们及时删除。',
    '来源:网络整理 免责声明:本文仅供学习。',
    '由互联网用户整理提供，转载分享请保留原作者信息，谢谢!',
    'http://m.example.net/gongwen/1.html',
    '2020-05-06 | 来源： 某网站 | 【大 中 小】【打印】【关闭】',
    '— 3 —',
  ];
  for (const line of furniture) {
    it(`removes «${line}»`, () =>
      check(`大家要抓早抓实。\n${line}\n散会。`.replace('\n散会。', ''), '大家要抓早抓实。'));
  }
  it('removes marks of pages and mills from a title', () =>
    check('在全县水利会议上的讲话(第5/6页)\n开会。', '在全县水利会议上的讲话\n开会。'));
  it('removes the title of another text under a footer', () =>
    check('抓好落实。\n来源:网络整理\n《防汛会议讲话稿》\n', '抓好落实。'));
  it('removes a footer run together with the last sentence', () => check('谢谢大家!推荐访问:会议 讲话', '谢谢大家！'));
  const prose = [
    '要为用户提供优质服务，让群众满意。',
    '欢迎各位朋友常来云泽看一看、走一走。',
    '更多群众关注的问题要列入清单。',
    '保护知识产权，侵权案件要联系实际从严处理。',
    '讲好故事，续写山乡振兴的下一篇',
    '完成了三分之一（1/3）的任务。',
    '融媒体中心的小编也在一线。',
  ];
  for (const line of prose) it(`keeps «${line}»`, () => check(line, line));
});

describe('clean: pages annotated with pinyin', () => {
  it('removes notes and simplifies', () =>
    check('落實(shí)灌溉責(zé)任,我們(men)一起干', '落实灌溉责任，我们（men）一起干'));
  it('removes notes without tone where a machine wrote them', () =>
    check('我們(men)落實(shí)責(zé)任,修渠開(kāi)溝(gōu)', '我们落实责任，修渠开沟'));
  it('undoes a shift by one byte', () => check('在農(nóng)田領(lǐng)域?qū)崿F(xiàn)節(jié)水', '在农田领域实现节水'));
  it('undoes a shift whose first byte left no trace', () =>
    check('要落實(shí)責(zé)任、開(kāi)溝(gōu)。ㄒ唬┙(jīng)費(fèi)', '要落实责任、开沟。（一）经费'));
  it('finds two characters of which only the inner bytes are left', () =>
    check('推動(dòng)管護(hù)制度化、經(jīng)?;?。', '推动管护制度化、经常化。'));
  it('writes □ for what cannot be known and logs it', () => {
    const cleaned = clean('曾?;?。');
    assert.equal(cleaned.text, '曾□□。');
    assert.deepEqual(cleaned.repairs, [{ kind: 'byte-shift', rawStart: 1, rawEnd: 4, before: '?;?', after: '□□' }]);
  });
  it('leaves real questions alone', () => {
    check('怎么办?干!', '怎么办？干！');
    check('是不是?!真的?', '是不是？！真的？');
  });
});

describe('clean: traditional characters', () => {
  it('simplifies unit for unit, corner quotes too', () =>
    check('關於「農田水利」的報告,著力落實', '关于“农田水利”的报告，着力落实'));
  it('leaves simplified text alone, rare names included', () => {
    const text = '著名专家陈喆、李昇同志于昨日到会，一番话乾坤朗朗。';
    check(text, text);
  });
});

describe('clean: punctuation', () => {
  const cases: [string, string][] = [
    ['要抓早,抓细;抓实:抓好(再抓)!', '要抓早，抓细；抓实：抓好（再抓）！'],
    ['增长7.5%以上,达1.5亿,用3—5年', '增长7.5%以上，达1.5亿，用3—5年'],
    ['2020年增长2.2%,2021年下降1,234个', '2020年增长2.2%，2021年下降1,234个'],
    ['会议于10:30开始,详见http://a.cn/x?id=1,2 页', '会议于10:30开始，详见http://a.cn/x?id=1,2页'],
    ['学会"弹钢琴",做到"一盘棋"思想', '学会“弹钢琴”，做到“一盘棋”思想'],
    ['全市 176个乡镇， 共同推进', '全市176个乡镇，共同推进'],
    ['题目 两半\n国务院总理　王明', '题目 两半\n国务院总理　王明'],
    ['call f(x), g(y); done?', 'call f(x), g(y); done?'],
    ['在XX,XX年', '在XX，XX年'],
    ['县农业局\t6月底\n一、\t抓早', '县农业局\t6月底\n一、抓早'],
  ];
  for (const [raw, expected] of cases) it(`«${raw}»`, () => check(raw, expected));
});

describe('clean: markup and invisible characters', () => {
  it('takes front matter and Markdown marks out', () =>
    check(
      '---\ntitle: 讲话\n---\n# 在会上的讲话\n\n> **王明**\n\n- **一是抓早。**要快。\n\n[查看原文](http://a.cn/b)\n',
      '在会上的讲话\n王明\n一是抓早。要快。',
      true,
    ));
  it('keeps masks that look like bold', () =>
    check('**还是欠发达县。从**建县看，**要赶超。', '**还是欠发达县。从**建县看，**要赶超。', true));
  it('removes bars of tables', () =>
    check('| 一季度 | 二季度 |\n|---|---|\n| 三 | 四 |\n结束。 |\n|', '一季度 二季度\n三 四\n结束。'));
  it('removes what nobody sees and look-alike radicals', () => check('讲\u200b话\u0007要⼀致\u00ad。', '讲话要一致。'));
});
