import assert from 'node:assert/strict';
import type { Card, CardContent, CardStore } from '../../../src/core/cards/card.ts';
import { formatCard, parseCard } from '../../../src/core/cards/cardFile.ts';
import { cardSuggestions } from '../../../src/core/cards/cardSuggestions.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const tea =
  '---\ntitle: 在茶园管护动员会上的讲话\nspeaker: 李文山\ndate: 2024-03-05\n---\n一、看清时令\n春茶一刻也等不得，手脚要快。谁家误了农时，谁家就少一季收成。\n';
const canal = '---\ntitle: 在渠道清淤会上的讲话\n---\n渠水流到哪里，笑声就到哪里。春茶一刻也等不得，手脚要快。\n';
const index = inMemoryCorpus({ 'tea.md': tea, 'canal.md': canal });

function cardOf(content: CardContent, name = 'a'): Card {
  return parseCard(formatCard(content), `card:${name}`, `/cards/${name}.md`)!;
}

class MemoryCards implements CardStore {
  cards: Card[] = [];
  refresh = () => this.cards;
  add(content: CardContent): Card {
    const card = cardOf(content, String(this.cards.length));
    this.cards.push(card);
    return card;
  }
}

describe('cards in the concordance', () => {
  const cards = new MemoryCards();
  cards.add({ text: '手脚要快，心里要急。\n脚步要快,人要齐。', tags: [], source: { title: '在茶山上的讲话' } });
  cards.add({ text: '春茶一刻也等不得。', tags: [] });
  const service = createSpeechService({ index, readFile: () => undefined, cards });

  it('stand above the lines of the corpus, as cards, page by page', async () => {
    const whole = await service.concordance({ query: '要快', limit: 10 });
    assert.deepEqual([whole.occurrences, whole.documents, whole.inCards, whole.listed], [2, 2, 2, 4]);
    assert.deepEqual(
      whole.lines.map(({ isCard = false, title, inDocument }) => [isCard, title, inDocument]),
      [
        [true, '在茶山上的讲话', 2],
        [true, '在茶山上的讲话', 2],
        [false, '在茶园管护动员会上的讲话', 1],
        [false, '在渠道清淤会上的讲话', 1],
      ],
    );
    const [first, second] = whole.lines;
    assert.deepEqual([first!.before, first!.match, first!.after], ['手脚', '要快', '，心里要急。']);
    assert.deepEqual([second!.before, second!.after], ['脚步', ',人要齐。']);
    const pages = [0, 1, 2, 3].flatMap(
      async offset => (await service.concordance({ query: '要快', limit: 1, offset })).lines,
    );
    assert.deepEqual((await Promise.all(pages)).flat(), whole.lines);
  });

  it('answer patterns, with the way to their file', async () => {
    const { lines, inCards } = await service.concordance({ query: '手?要快', limit: 10 });
    assert.equal(inCards, 1);
    const place = cards.cards[0]!;
    assert.deepEqual([lines[0]!.match, lines[0]!.documentId, lines[0]!.path], ['手脚要快', place.id, place.path]);
    assert.equal(lines[0]!.rawStart, place.textStart);
    assert.equal((await service.concordance({ query: '脚~，', limit: 10 })).inCards, 2);
  });

  it('stay away where a filter chooses among speeches', async () => {
    const { inCards, lines } = await service.concordance({ query: '要快', limit: 10, filter: { speaker: ['李文山'] } });
    assert.deepEqual([inCards, lines.length], [0, 1]);
  });
});

describe('keeping a card', () => {
  const keep = async (text: string, from?: string) => {
    const service = createSpeechService({ index, readFile: () => undefined, cards: new MemoryCards() });
    return (await service.addCard({ text, tags: [], ...(from !== undefined && { from }) })).card;
  };

  it('finds the speech that has all of the text, and where in it', async () => {
    const { source } = await keep('手脚要快。谁家误了农时，谁家就少一季收成。');
    assert.deepEqual(source, {
      title: '在茶园管护动员会上的讲话',
      path: '/corpus/tea.md',
      speaker: '李文山',
      occasion: '动员会',
      date: '2024-03-05',
      section: '一、看清时令',
    });
  });

  it('prefers the document in which it was selected', async () => {
    const text = '春茶一刻也等不得,手脚要快。';
    assert.equal((await keep(text, '/corpus/canal.md')).source?.title, '在渠道清淤会上的讲话');
    assert.equal((await keep(text, 'id-tea.md')).source?.title, '在茶园管护动员会上的讲话');
  });

  it('names no source for what only partly stands in a speech', async () => {
    const { source, text } = await keep('春茶一刻也等不得，手脚要快。这一句是我自己写的话。\r\n');
    assert.equal(source, undefined);
    assert.equal(text, '春茶一刻也等不得，手脚要快。这一句是我自己写的话。');
  });

  it('refuses to keep nothing, and says so where there is no folder', async () => {
    await assert.rejects(keep(' \n'), { code: 'bad-request' });
    const service = createSpeechService({ index, readFile: () => undefined });
    await assert.rejects(service.addCard({ text: '甲', tags: [] }), { code: 'not-available' });
    assert.deepEqual(await service.cards(), { cards: [] });
  });
});

describe('cards in completion', () => {
  const cards = [
    cardOf({
      text: '山路弯弯，弯不过人心齐。石头再硬，硬不过一双手。',
      tags: [],
      source: { title: '在修路会上的讲话' },
    }),
    cardOf({ text: '我写的话：石头再硬也有缝。', tags: [] }, 'b'),
  ];
  const offered = (text: string, mode: 'eager' | 'balanced' | 'quiet' = 'balanced') =>
    cardSuggestions(cards, text, text.length, mode).map(({ insertText, replaceLength }) => [insertText, replaceLength]);

  it('go on to the end of their sentence and take up the clause that is typed', () => {
    assert.deepEqual(offered('同志们，山路弯弯'), [['山路弯弯，弯不过人心齐。', 4]]);
    assert.deepEqual(offered('石头再硬'), [
      ['石头再硬，硬不过一双手。', 4],
      ['石头再硬也有缝。', 4],
    ]);
  });

  it('ask for as many characters as the mode says, more within a clause', () => {
    assert.deepEqual(offered('山路'), []);
    assert.equal(offered('山路', 'eager').length, 1);
    assert.deepEqual(offered('不过人'), []);
    assert.deepEqual(offered('弯不过人心'), [['弯不过人心齐。', 5]]);
  });

  it('end with their sentence, and repeat nothing that follows the caret', () => {
    assert.deepEqual(offered('山路弯弯，弯不过人心齐'), []);
    const text = '山路弯弯，弯不过人心齐。';
    assert.deepEqual(cardSuggestions(cards, text, 4, 'balanced'), []);
  });

  it('carry the card’s own source, or say that it has none', () => {
    const [first, second] = cardSuggestions(cards, '石头再硬', 4, 'balanced');
    assert.equal(first!.provenance!.title, '在修路会上的讲话');
    assert.equal(second!.provenance!.title, '用户自建');
    assert.equal(first!.provenance!.isCard, true);
    assert.equal(first!.documents, 0);
  });

  it('come after what the corpus says, and are no speeches', async () => {
    const store = new MemoryCards();
    store.cards = [
      cardOf({ text: '春茶一刻也等不得，手脚要快。', tags: [] }),
      cardOf({ text: '渠水流过的地方有歌声。', tags: [] }),
    ];
    const service = createSpeechService({ index, readFile: () => undefined, cards: store });
    const { suggestions } = await service.complete({ text: '渠水流', mode: 'eager' });
    assert.deepEqual(suggestions.map(({ kind }) => kind).lastIndexOf('card'), suggestions.length - 1);
    assert.ok(suggestions.some(({ kind }) => kind !== 'card'));
    assert.equal((await service.lookup({ phrase: '春茶一刻也等不得' })).documents, 2);
    assert.equal((await service.stats()).documents, 2);
  });

  it('can be opened where they stand in their file', async () => {
    const content = { text: '第一行。\n石头再硬也有缝。', tags: ['路'], source: { title: '某会' } };
    const store = new MemoryCards();
    const card = store.add(content);
    const bytes = new TextEncoder().encode(formatCard(content));
    const service = createSpeechService({
      index,
      readFile: path => (path === card.path ? bytes : undefined),
      cards: store,
    });
    const place = await service.locate({ documentId: card.id, start: 5, end: 9 });
    const line = formatCard(content).split('\n').indexOf('石头再硬也有缝。');
    assert.deepEqual(place, {
      path: card.path,
      encoding: 'utf-8',
      startLine: line,
      startColumn: 0,
      endLine: line,
      endColumn: 4,
    });
  });
});
