import assert from 'node:assert/strict';
import { completePinyin } from '../../../src/core/complete/pinyinCompletion.ts';
import type { Suggestion } from '../../../src/core/complete/suggestion.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { PhraseLexicon } from '../../../src/core/lexicon/phraseLexicon.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus(
  {
    'a.txt': '我们要真抓实干，抓出成效。调研组走遍村寨，重整河山再出发。率先垂范，一起干。',
    'b.txt': '会上强调，真抓实干。总结四条：重整河山再出发。率先垂范，带头干。凡事要早做实功。',
    'c.txt': '各位干部真抓实干，群众点头。凡事要早做实功，早见成效。春天到了，早做实功。',
  },
  { 'd.txt': '趁着天晴，早做实功。我们早做实功，天天向前。', 'e.txt': '早做实功，人人有责。' },
);
const lexicon = new PhraseLexicon(index);

/** Suggestions at `｜`. */
function at(draft: string, corpus: CorpusIndex = index, limit = 5): Suggestion[] {
  const caret = draft.indexOf('｜');
  const known = corpus === index ? lexicon : new PhraseLexicon(corpus);
  return completePinyin(corpus, known, draft.replace('｜', ''), caret, limit);
}
const texts = (suggestions: readonly Suggestion[]): string[] => suggestions.map(({ insertText }) => insertText);

describe('completePinyin', () => {
  it('replaces the letters, and only them, by the phrase they spell', () => {
    for (const letters of ['zzsg', 'zhenzhuashigan', 'zhenzsg', 'zhzhshg']) {
      const [best] = at(`我们要${letters}｜，大家点头`);
      assert.equal(best!.insertText, '真抓实干', letters);
      assert.equal(best!.replaceLength, letters.length);
      assert.equal(best!.documents, 3);
      assert.equal(best!.kind, 'phrase');
    }
  });

  it('reads words of the genre right', () => {
    assert.deepEqual(texts(at('干部sxcf｜')), ['率先垂范']);
    assert.deepEqual(texts(at('，chongzheng｜')), ['重整河山再出发']);
    assert.deepEqual(texts(at('，zhongzheng｜')), ['重整河山再出发']); // as the character reads by itself
  });

  it('goes on with a phrase whose beginning is written', () => {
    const [best] = at('我们真抓sg｜');
    assert.equal(best!.insertText, '实干');
    assert.equal(best!.replaceLength, 2);
  });

  it('puts first what the corpus says after the text before the letters', () => {
    // 早做实功 and 真抓实干 are both zzsg.
    assert.deepEqual(texts(at('凡事要zzsg｜')), ['早做实功', '真抓实干']);
    assert.deepEqual(texts(at('各位干部zzsg｜')), ['真抓实干', '早做实功']);
    assert.deepEqual(texts(at('久雨之后zzsg｜')), ['早做实功', '真抓实干']); // in more documents
  });

  it('names a source where the context is the same', () => {
    const [best] = at('各位干部zzsg｜');
    assert.equal(best!.provenance!.title, 'c');
    assert.equal(best!.provenance!.end - best!.provenance!.start, 4);
  });

  it('is silent after Latin text, in titles, addresses and tables, and for one letter', () => {
    for (const draft of [
      'zzsg｜',
      '用 zzsg｜',
      'XZzzsg｜',
      '《讲话zzsg｜',
      '见http://a.cn/，zzsg｜',
      '| 合计zzsg｜',
      '要z｜',
      '要ZZSG｜',
    ]) {
      assert.deepEqual(texts(at(draft)), [], draft);
    }
    assert.deepEqual(at('要zzsg｜', index, 0), []);
    assert.deepEqual(at('要zzsg｜', inMemoryCorpus()), []);
  });
});

describe('complete with pinyin', () => {
  const service = createSpeechService({ index, readFile: () => undefined });

  it('offers nothing after letters unless it is asked to', async () => {
    const text = '我们要zzsg';
    assert.deepEqual((await service.complete({ text, mode: 'eager' })).suggestions, []);
    assert.deepEqual((await service.complete({ text, mode: 'eager', pinyin: false })).suggestions, []);
    assert.equal((await service.complete({ text, pinyin: true })).suggestions[0]!.insertText, '真抓实干');
  });

  it('changes nothing where no letters are typed', async () => {
    const text = '我们要真抓';
    assert.deepEqual(await service.complete({ text, pinyin: true }), await service.complete({ text }));
  });
});
