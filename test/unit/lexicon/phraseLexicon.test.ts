import assert from 'node:assert/strict';
import { PhraseLexicon } from '../../../src/core/lexicon/phraseLexicon.ts';
import { similarPhrases } from '../../../src/core/service/similarPhrases.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus(
  {
    'a.txt': '必须真抓实干，久久为功。要真心实意，补短板、强弱项。我们要久久为功地抓。',
    'b.txt': '各级带头，真抓实干。大家久久为功抓落实，补短板、强弱项。真心实意，为民解忧。',
  },
  {
    'c.txt': '真抓实干，才有出路。坚持不懈，久久为功。',
    'd.txt': '真抓实干，一步一步来。坚持不懈，慢工细活。',
  },
);
const lexicon = new PhraseLexicon(index);
const texts = (phrases: ReadonlyArray<{ readonly text: string }>): string[] => phrases.map(({ text }) => text);

describe('PhraseLexicon', () => {
  it('has each phrase once, sorted, with the documents of all segments', () => {
    const all = texts([...lexicon.phrases]);
    assert.deepEqual(all, [...new Set(all)].sort());
    const [found] = lexicon.byPrefix('真抓', 1);
    assert.deepEqual([found!.text, found!.documents], ['真抓实干', 4]);
  });

  it('knows an idiom where no clause begins or ends', () => {
    assert.ok(lexicon.has('久久为功'));
    assert.ok(!lexicon.has('久久为'));
  });

  it('finds by what is typed first, weightiest first, not what is typed in full', () => {
    assert.deepEqual(texts(lexicon.byPrefix('真', 5)), ['真抓实干', '真心实意']);
    assert.deepEqual(texts(lexicon.byPrefix('真', 1)), ['真抓实干']);
    assert.deepEqual(texts(lexicon.byPrefix('真抓实干', 5)), []);
    assert.deepEqual(texts(lexicon.byPrefix('龙', 5)), []);
  });

  it('finds by what stands inside, not what begins with it', () => {
    assert.deepEqual(texts(lexicon.byInfix('抓实', 5)), ['真抓实干']);
    assert.deepEqual(texts(lexicon.byInfix('强弱项', 5)), ['补短板、强弱项']);
    assert.deepEqual(texts(lexicon.byInfix('真抓', 5)), []);
    assert.deepEqual(texts(lexicon.byInfix('抓', 5)), []);
  });

  it('finds by reading, what is spelt as a whole first', () => {
    assert.deepEqual(
      lexicon.byPinyin('zzsg', 5).map(({ phrase, match }) => [phrase.text, match]),
      [['真抓实干', 'whole']],
    );
    assert.deepEqual(
      new Set(lexicon.byPinyin('zh', 5).map(({ phrase }) => phrase.text)),
      new Set(['真抓实干', '真心实意']),
    );
    assert.deepEqual(
      lexicon.byPinyin('sg', 5, '真抓').map(({ phrase }) => phrase.text),
      ['真抓实干'],
    );
    assert.deepEqual(lexicon.byPinyin('qx', 5), []);
    assert.deepEqual(lexicon.byPinyin('', 5), []);
  });

  it('finds what resembles a phrase with a slip', () => {
    assert.deepEqual(similarPhrases(lexicon, '真抓实十', 1), ['真抓实干']);
    assert.ok(!similarPhrases(lexicon, '真抓实干', 5).includes('真抓实干'));
  });
});
