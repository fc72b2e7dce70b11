import assert from 'node:assert/strict';
import { initials, matchReading, type ReadingMatch } from '../../../src/core/lexicon/reading.ts';
import { readPhrase } from '../../../src/indexer/readPhrases.ts';

describe('matchReading', () => {
  const cases: ReadonlyArray<readonly [phrase: string, letters: string, expected: ReadingMatch | undefined]> = [
    ['真抓实干', 'zzsg', 'whole'],
    ['真抓实干', 'zhzhshg', 'whole'],
    ['真抓实干', 'zhenzhuashigan', 'whole'],
    ['真抓实干', 'zhenzsg', 'whole'],
    ['真抓实干', 'zzshigan', 'whole'],
    ['真抓实干', "zhen'zhua's'g", 'whole'],
    ['真抓实干', 'ZZSG', 'whole'],
    ['真抓实干', 'zz', 'beginning'],
    ['真抓实干', 'zhenzhu', 'beginning'],
    ['真抓实干', 'zzsga', 'whole'],
    ['真抓实干', 'zzsgo', undefined],
    ['真抓实干', 'zezsg', undefined],
    ['真抓实干', 'zsg', undefined],
    ['绿色发展', 'lvsefazhan', 'whole'],
    ['绿色发展', 'lusefz', 'whole'],
    ['安全生产', "an'q", 'beginning'],
    ['时间表、路线图、责任人', 'sjblxtzrr', 'whole'],
    ['“两不愁”', 'lbc', 'whole'],
  ];
  for (const [phrase, letters, expected] of cases) {
    it(`${phrase} by ${letters}: ${expected ?? 'no'}`, () => {
      assert.equal(matchReading(readPhrase(phrase), letters), expected);
    });
  }

  it('goes on behind characters that are written already', () => {
    assert.equal(matchReading(readPhrase('真抓实干'), 'sg', 2), 'whole');
    assert.equal(matchReading(readPhrase('真抓实干'), 'zz', 2), undefined);
  });

  it('takes any reading of a character', () => {
    const reading = 'Chong/ZhongQing';
    assert.equal(matchReading(reading, 'cq'), 'whole');
    assert.equal(matchReading(reading, 'zhongq'), 'whole');
    assert.equal(matchReading(reading, 'xq'), undefined);
    assert.equal(initials(reading), 'cq');
  });
});

describe('readPhrase', () => {
  const genre: Readonly<Record<string, string>> = {
    重庆: 'cq',
    重大项目: 'zdxm',
    重塑形象: 'csxx',
    调研: 'dy',
    调查处理: 'dccl',
    调整结构: 'tzjg',
    率先垂范: 'sxcf',
    效率: 'xl',
    还款能力: 'hknl',
    退耕还林: 'tghl',
    银行: 'yh',
    行业: 'hy',
    行政: 'xz',
    强调: 'qd',
    长期: 'cq',
    校长: 'xz',
    供给: 'gj',
    音乐: 'yy',
    快乐: 'kl',
    只争朝夕: 'zzzx',
    差距: 'cj',
    会计: 'kj',
  };
  for (const [phrase, letters] of Object.entries(genre)) {
    it(`${phrase} is ${letters}`, () => assert.equal(initials(readPhrase(phrase)), letters));
  }

  it('spells by sound what letters alone would not tell', () => {
    assert.match(readPhrase('还款'), /^Huan/);
    assert.match(readPhrase('率先'), /^Shuai/);
  });

  it('accepts the reading a character has by itself too', () => {
    assert.equal(readPhrase('重庆'), 'Chong/ZhongQing');
  });

  it('has none for what cannot be typed by pinyin', () => {
    for (const phrase of ['90%以上', 'GDP总量', '5G基站']) assert.equal(readPhrase(phrase), '', phrase);
  });
});
