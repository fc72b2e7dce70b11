import assert from 'node:assert/strict';
import { importText } from '../../../src/core/document/importDocument.ts';
import type { SpeechMetadata } from '../../../src/core/document/speechMetadata.ts';

/** Fields without confidence and evidence. */
function read(text: string, path = '/corpus/草稿.txt'): Omit<SpeechMetadata, 'confidence' | 'evidence'> {
  const { confidence: _c, evidence: _e, ...fields } = importText(new TextEncoder().encode(text), path).metadata;
  return fields;
}

describe('metadata', () => {
  it('is empty where nothing is known', () => assert.deepEqual(read('要抓早抓实，把渠道修通。'), {}));

  it('reads title, speaker, office and date under the title', () =>
    assert.deepEqual(
      read('在云泽市政府第三次全体会议上的讲话\n（2023年3月5日）\n云泽市市长　陈远山\n同志们：\n今天开会。'),
      {
        title: '在云泽市政府第三次全体会议上的讲话',
        speaker: '陈远山',
        role: '云泽市市长',
        occasion: '全体会议',
        level: '市',
        date: '2023-03-05',
        organization: '云泽市政府',
      },
    ));

  it('reads dates in Chinese figures', () =>
    assert.equal(read('在植树节上的讲话\n二〇二三年三月十二日\n同志们：\n开始。').date, '2023-03-12'));

  it('lets front matter win, in Chinese keys too', () => {
    const given = read(
      '---\n标题: "防汛动员"\n讲话人: 陈远山\n职务: 县长\n层级: 县级\n日期: 2022年6月\n密级: 秘密\n---\n在大会上的讲话\n同志们：\n开会。',
    );
    assert.deepEqual(given, {
      title: '防汛动员',
      speaker: '陈远山',
      role: '县长',
      level: '县',
      date: '2022-06',
      classification: '秘密',
    });
  });

  it('takes a news report for what it is', () => {
    const report =
      '云泽新闻网讯（记者 李小禾）4月9日上午，县政府召开春灌工作会议，县长陈远山出席并讲话。他强调，要抓早。\n陈远山指出，要抓实。';
    const { metadata } = importText(new TextEncoder().encode(report), 'a.txt');
    assert.equal(metadata.origin, '新闻稿');
    assert.equal(metadata.speaker, '陈远山');
    assert.equal(metadata.role, '县长');
    assert.equal(metadata.date, '--04-09');
    assert.equal(metadata.confidence.speaker, 'high');
    assert.match(metadata.evidence.speaker ?? '', /县长陈远山出席并讲话/u);
  });

  it('trusts a date in a rewritten copy little', () => {
    const { metadata } = importText(
      new TextEncoder().encode(
        '下面是小编为大家整理的在春灌会议上讲话，供大家参考。\n同志们：\n今年是党的二十大召开之年。\n推荐访问：春灌',
      ),
      'a.txt',
    );
    assert.equal(metadata.title, '在春灌会议上讲话');
    assert.equal(metadata.origin, '网络改写');
    assert.deepEqual([metadata.date, metadata.confidence.date], ['2022', 'low']);
  });

  it('does not take a title from under the text', () =>
    assert.equal(read('同志们：\n抓好春灌。\n来源:网络整理\n《防汛会议讲话稿》').title, undefined));

  describe('fragments', () => {
    const cases: [string, string | undefined][] = [
      ['在会上的讲话(第2/4页)\n继续抓。', '第2/4页'],
      ['下面，我讲三个方面的意见：\n一、抓早\n（一）修渠\n（二）清淤\n（三）管护', '讲三个方面，只见一个'],
      ['下面，我讲两点意见：\n一、抓早\n要快。\n二、抓实\n要稳。', undefined],
      ['我讲三点意见。一是抓早，二是抓实，三是抓细。', undefined],
      ['三要抓细。渠道要通。', '开头缺失，从“三要”起'],
      ['二十年来，渠道一直畅通。', undefined],
    ];
    for (const [text, expected] of cases)
      it(`«${text.slice(0, 14)}» → ${expected}`, () => assert.equal(read(text).fragment, expected));
  });
});
