import assert from 'node:assert/strict';
import { parseWordDictionary, wordAround } from '../../../src/core/hover/wordDictionary.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

function speech(head: string, body: string): string {
  return `---\n${head}\n---\n${body}`;
}

const index = inMemoryCorpus({
  'a.txt': speech(
    'title: 推进会讲话\ndate: 2021-03-01\nspeaker: 甲明',
    '要久久为功。把标尺立起来、把责任扛起来、把干劲鼓起来。',
  ),
  'b.txt': speech('title: 动员会讲话\ndate: 2023-03-01\nspeaker: 乙亮', '坚持久久为功。必须把标尺立起来，务必看得见。'),
  'c.txt': speech(
    'title: 座谈会讲话\ndate: 2024-03-01\nspeaker: 丙实',
    '久久为功，把标尺树起来。老书记强调，久久为功。',
  ),
  'd.txt': speech('title: 表彰会讲话\ndate: 2024-05-01\nspeaker: 甲明', '把标尺树起来，功在久久。'),
});
const files: Readonly<Record<string, string>> = {
  '/idioms.tsv': '久久为功\t\t\tjiǔ jiǔ wéi gōng\n饕餮之徒\t\t\ttāo tiè zhī tú\n',
  '/own.tsv': '久久为功\t持之以恒地做事\t近人语\n',
};
const service = createSpeechService({
  index,
  readFile: path => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
  idiomsPath: '/idioms.tsv',
});

async function hover(draft: string, dictionary?: string) {
  const offset = draft.indexOf('｜');
  return service.hover({ text: draft.replace('｜', ''), offset, ...(dictionary !== undefined && { dictionary }) });
}

describe('hover', () => {
  it('knows an idiom, with reading, years and counts', async () => {
    const found = await hover('我们久久｜为功。');
    assert.deepEqual([found?.phrase, found?.kind, found?.documents, found?.occurrences], ['久久为功', 'idiom', 3, 4]);
    assert.equal(found?.dictionary?.reading, 'jiǔ jiǔ wéi gōng');
    assert.deepEqual(found?.years, [
      { year: '2021', documents: 1 },
      { year: '2023', documents: 1 },
      { year: '2024', documents: 1 },
    ]);
  });

  describe('in a larger corpus', () => {
    const random = generator(7);
    const others = Array.from({ length: 300_000 }, () => String.fromCharCode(0x5000 + Math.floor(random() * 9000)));
    const large = createSpeechService({
      index: inMemoryCorpus({
        'a.txt': '要久久为功。乘势推进改革。关心老百姓。',
        'b.txt': '坚持净化久久为功，要快。继续推进改革。关心老百姓。',
        'c.txt': '久久为功，再接再厉。大力推进改革。关心老百姓。积极推进改革。认真推进改革。',
        'd.txt': '推进改革有利。今年村村都有净化长效办法和工作台账可查，这是实话。',
        'e.txt': others.join(''),
      }),
      readFile: () => undefined,
    });
    const at = (draft: string) => large.hover({ text: draft.replace('｜', ''), offset: draft.indexOf('｜') });

    it('puts a phrase of the lexicon before what one speech has around it, perhaps by chance', async () => {
      const found = await at('说的是净化久久｜为功，再说');
      assert.deepEqual([found?.phrase, found?.kind, found?.documents], ['久久为功', 'phrase', 3]);
    });

    it('says how much agrees with a speech where that is no chance, and that the clause goes on', async () => {
      const found = await at('要让净化长效办法和｜工作台账发挥作用。');
      assert.deepEqual([found?.phrase, found?.kind, found?.documents], ['净化长效办法和工作台账', 'stretch', 1]);
      assert.deepEqual(found?.goesOn, { before: true, after: true });
    });

    it('calls nothing a phrase that lacks its object', async () => {
      const found = await at('正在推进｜改革发展。');
      assert.deepEqual([found?.phrase, found?.kind], ['推进改革', 'stretch']);
      assert.equal((await at('正在推进｜改革。'))?.kind, 'word');
    });

    it('has the term under the pointer where little else agrees, and nothing where there is none', async () => {
      const found = await at('想着老百｜姓，');
      assert.deepEqual([found?.phrase, found?.kind, found?.documents], ['老百姓', 'word', 3]);
      assert.equal(await at('本市今年｜不错。'), undefined);
    });
  });

  it('prefers the speaker the draft names, then the latest', async () => {
    const draft = speech('title: 新讲话\nspeaker: 乙亮', '我们久久｜为功。');
    assert.deepEqual(
      (await hover(draft))?.hits.map(hit => hit.speaker),
      ['乙亮', '丙实', '甲明'],
    );
  });

  it('shows the series of the source when the draft has a part of it', async () => {
    const found = await hover('把标尺立起来、把责｜任扛起来、');
    assert.equal(found?.kind, 'series');
    assert.equal(found?.phrase, '把标尺立起来、把责任扛起来');
    assert.equal(found?.series?.members.length, 3);
  });

  it('calls what begins within a member no series', async () => {
    const found = await hover('让标尺立起来、把责｜任扛起来。');
    assert.deepEqual([found?.phrase, found?.kind], ['标尺立起来、把责任扛起来', 'stretch']);
  });

  it('knows variants of one other character and of another order, with counts', async () => {
    const { variants } = (await hover('今年要把标尺立｜起来。'))!;
    assert.deepEqual(variants, [{ phrase: '把标尺树起来', documents: 2, occurrences: 2 }]);
  });

  it('tells of an idiom the corpus lacks from the dictionary, and of nothing else', async () => {
    const found = await hover('这是饕｜餮之徒。');
    assert.deepEqual([found?.phrase, found?.documents, found?.hits], ['饕餮之徒', 0, []]);
    assert.equal(found?.dictionary?.reading, 'tāo tiè zhī tú');
    assert.equal(await hover('魑魅｜魍魉出没'), undefined);
  });

  it('has the cards of the user that have the phrase, the latest first', async () => {
    const card = (id: string, text: string, kept: string) => ({ id, path: id, text, tags: [], kept, textStart: 0 });
    const cards = [
      card('card:1', '要久久为功。', '2024-01-01'),
      card('card:2', '别的话。', '2024-02-01'),
      card('card:3', '贵在久久为功。', '2024-03-01'),
    ];
    const store = { cards, refresh: () => cards, add: () => cards[0]! };
    const { hover } = createSpeechService({ index, readFile: () => undefined, cards: store });
    const found = await hover({ text: '我们久久为功。', offset: 3 });
    assert.deepEqual(
      found?.cards.map(({ documentId, before, match }) => [documentId, before, match]),
      [
        ['card:3', '贵在', '久久为功'],
        ['card:1', '要', '久久为功'],
      ],
    );
  });

  it('explains from the user’s own dictionary, and takes the reading from the list', async () => {
    const entry = (await hover('我们久久｜为功。', '/own.tsv'))?.dictionary;
    assert.deepEqual(entry, {
      word: '久久为功',
      explanation: '持之以恒地做事',
      derivation: '近人语',
      reading: 'jiǔ jiǔ wéi gōng',
    });
    assert.equal((await hover('我们久久｜为功。', '/absent.tsv'))?.dictionary?.explanation, undefined);
  });
});

describe('parseWordDictionary', () => {
  const expected = { word: '久久为功', explanation: '持之以恒', derivation: '书' };
  const table: ReadonlyArray<readonly [format: string, text: string]> = [
    ['a table', '\ufeff久久为功\t持之以恒\t书\r\n\r\n'],
    ['a list', '[{"word":"久久为功","explanation":"持之以恒","derivation":"书"}, 3, {"x":1}]'],
    ['entries by word', '{"久久为功":{"释义":"持之以恒","出处":"书"}}'],
  ];
  for (const [format, text] of table) {
    it(`reads ${format}`, () => assert.deepEqual([...parseWordDictionary(text).values()], [expected]));
  }

  it('takes what is no dictionary for an empty one', () => {
    assert.equal(parseWordDictionary('[{').size, 0);
    assert.equal(parseWordDictionary('').size, 0);
  });

  it('is asked for the longest word around a place', () => {
    const has = (word: string): boolean => ['为功', '久久为功', '久为功'].includes(word);
    assert.deepEqual(wordAround(has, '要久久为功啊', 3), { word: '久久为功', start: 1 });
    assert.equal(wordAround(has, '要久久为功啊', 0), undefined);
  });
});
