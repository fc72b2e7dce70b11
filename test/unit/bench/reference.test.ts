import assert from 'node:assert/strict';
import { CorpusText } from '../../bench/quality/reference/corpusText.ts';
import { fiveGramCompleter } from '../../bench/quality/reference/fiveGram.ts';
import { chooseGreedily } from '../../bench/quality/reference/greedyChoice.ts';
import { infinityGramCompleter } from '../../bench/quality/reference/infinityGram.ts';
import { oracleWalk } from '../../bench/quality/reference/oracle.ts';
import { savingsRatio } from '../../bench/quality/savingsRatios.ts';
import { emptyTally } from '../../bench/quality/walk.ts';

describe('CorpusText', () => {
  const corpus = new CorpusText(['甲乙丙甲乙丁', '甲乙丙']);
  const count = (text: string): number => {
    const { from, to } = corpus.range(text);
    return to - from;
  };

  it('counts a text in all documents, and never across two', () => {
    assert.deepEqual(['甲乙', '甲乙丙', '丁', '丁甲', '戊'].map(count), [3, 2, 1, 0, 0]);
  });

  it('knows what follows, ends of documents left out', () => {
    const next = [...corpus.next(corpus.range('甲乙'), 2)];
    assert.deepEqual(
      next.map(({ unit, range }) => [String.fromCharCode(unit), range.to - range.from]),
      [
        ['丁', 1],
        ['丙', 2],
      ],
    );
    assert.deepEqual([...corpus.next(corpus.range('丁'), 1)], []);
  });

  it('knows the document of an occurrence', () => {
    const { from, to } = corpus.range('甲乙丙');
    const documents = Array.from({ length: to - from }, (_, i) => corpus.document(from + i));
    assert.deepEqual(documents.sort(), [0, 1]);
  });

  it('finds the longest beginning that occurs', () => {
    assert.equal(corpus.longest('戊甲乙丁戊', 1, 5), 3);
    assert.equal(corpus.longest('戊甲乙丁戊', 1, 3), 2);
    assert.equal(corpus.longest('戊甲乙丁戊', 0, 5), 0);
  });
});

describe('reference engines', () => {
  const corpus = new CorpusText(['春夏秋冬东西南北。', '春夏秋冬东西南北。', '春夏秋冬上下左右。']);

  it('offers what the corpus says most often', async () => {
    for (const completer of [
      fiveGramCompleter(corpus, false),
      fiveGramCompleter(corpus, true),
      infinityGramCompleter(corpus),
    ]) {
      const offers = await completer('甲春夏秋冬', 'eager');
      assert.ok(offers.some(({ insertText, replaceLength }) => insertText.startsWith('东西') && replaceLength === 0));
      assert.deepEqual(await completer('甲', 'eager'), []);
    }
  });

  it('uses less context only where backing off', async () => {
    const before = '子丑秋冬'; // four characters the corpus never has
    assert.deepEqual(await fiveGramCompleter(corpus, false)(before, 'eager'), []);
    assert.equal((await fiveGramCompleter(corpus, true)(before, 'eager'))[0]?.insertText, '东西南北。');
  });

  it('stays within the paragraph', async () => {
    for (const completer of [
      fiveGramCompleter(corpus, false),
      fiveGramCompleter(corpus, true),
      infinityGramCompleter(corpus),
    ]) {
      assert.deepEqual(await completer('春夏\n甲', 'eager'), []);
    }
  });
});

describe('the ∞-gram prototype', () => {
  const corpus = new CorpusText(['春夏秋冬东西南北。', '子丑寅卯辰巳午未甲乙丙丁。', '甲乙戊己。', '甲乙戊己。']);
  const first = async (
    complete: ReturnType<typeof infinityGramCompleter>,
    before: string,
  ): Promise<string | undefined> => (await complete(before, 'eager'))[0]?.insertText;

  it('learns from the draft', async () => {
    assert.ok((await first(infinityGramCompleter(corpus), '壬癸天地玄黄。\n壬癸'))?.startsWith('天地'));
  });

  it('believes documents that have given long matches, until another draft begins', async () => {
    const complete = infinityGramCompleter(corpus);
    assert.equal((await first(complete, '甲乙'))?.startsWith('丙丁'), false);
    for (const typed of ['子丑寅卯辰巳午未', '子丑寅卯辰巳午未甲']) assert.ok(await first(complete, typed));
    assert.ok((await first(complete, '子丑寅卯辰巳午未甲\n甲乙'))?.startsWith('丙丁'));
    assert.equal((await first(complete, '东\n甲乙'))?.startsWith('丙丁'), false);
  });
});

describe('savingsRatio', () => {
  const tally = (characters: number, cost: number) => ({ ...emptyTally, characters, cost });

  it('compares all characters of all drafts', () => {
    const { ratio } = savingsRatio([tally(100, 60), tally(300, 180)], [tally(100, 90), tally(300, 230)]);
    assert.ok(Math.abs(ratio - 2) < 1e-12);
  });

  it('gives a wider interval where drafts differ more', () => {
    const width = (ours: readonly ReturnType<typeof tally>[]): number => {
      const { low, high } = savingsRatio(
        ours,
        ours.map(({ characters }) => tally(characters, characters * 0.8)),
      );
      return high - low;
    };
    assert.equal(width([tally(100, 60), tally(100, 60), tally(100, 60)]).toFixed(9), '0.000000000');
    assert.ok(width([tally(100, 40), tally(100, 60), tally(100, 80)]) > 0.5);
  });
});

describe('chooseGreedily', () => {
  it('does not offer what a longer choice covers already', () => {
    const chosen = chooseGreedily([
      { text: '甲乙丙丁', probability: 0.5 },
      { text: '甲乙', probability: 0.5 },
      { text: '子丑', probability: 0.1 },
    ]);
    assert.deepEqual(chosen, ['甲乙丙丁', '子丑']);
  });
});

describe('oracleWalk', () => {
  it('types one character of each stretch the corpus has, and takes the rest with one key', () => {
    const corpus = new CorpusText(['甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉']);
    const draft = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
    const tally = oracleWalk(draft, corpus);
    assert.deepEqual([tally.characters, tally.cost, tally.accepted], [20, 4, 2]);
  });

  it('types what saves nothing', () => {
    const tally = oracleWalk('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉', new CorpusText(['甲乙', '戊']));
    assert.deepEqual([tally.cost, tally.accepted], [20, 0]);
  });
});
