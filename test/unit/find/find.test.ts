import assert from 'node:assert/strict';
import type { Card, CardStore } from '../../../src/core/cards/card.ts';
import { parseCard } from '../../../src/core/cards/cardFile.ts';
import { lettersOf, likeliestLetters } from '../../../src/core/find/charReadings.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { PhraseLexicon } from '../../../src/core/lexicon/phraseLexicon.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  'a.md':
    '---\ntitle: 在茶园管护推进会上的讲话\n---\n同志们：\n一、看清时令，把管护当成大事\n我们要真抓实干，务求实效。春茶一刻也等不得。\n二、分清地块\n（一）抓修剪\n真抓实干，才能久久为功，善作善成。\n',
  'b.md':
    '---\ntitle: 在渠道清淤动员会上的讲话\n---\n同志们：\n必须真抓实干。久久为功，善作善成。\n渠水流到哪里，笑声就到哪里。\n',
  'c.md': '---\ntitle: 工作简报\n---\n会议指出，真抓实干见成效。会议强调，要久久为功。\n',
});
const card = parseCard(
  '---\n出处: 修路会\n---\n开头的话。石头再硬也有缝，办法总比困难多。',
  'card:路',
  '/cards/路.md',
) as Card;
const cards: CardStore = { cards: [card], refresh: () => [card], add: () => card };
const service = createSpeechService({ index, readFile: () => undefined, cards });
const find = async (query: string) => (await service.find({ query })).found;
const texts = async (query: string, kind: string) =>
  (await find(query)).filter(each => each.kind === kind).map(each => each.text);

describe('quick look-up', () => {
  it('finds a phrase by its characters, by some of them, and with a typing error', async () => {
    for (const query of ['真抓实干', '真抓', '抓实', '真抓石干', '真实干']) {
      assert.ok((await texts(query, 'phrase')).includes('真抓实干'), query);
    }
    const [first] = await find('真抓实干');
    assert.deepEqual(
      [first!.kind, first!.text, first!.insertText, first!.documents],
      ['phrase', '真抓实干', '真抓实干', 3],
    );
  });

  it('finds a phrase by the letters of its reading, also behind characters, as a composition writes them', async () => {
    for (const query of ['zzsg', 'zhenzhua', '真抓sg', '真抓shi']) {
      assert.ok((await texts(query, 'phrase')).includes('真抓实干'), query);
    }
  });

  it('finds titles of documents by characters, in any case of memory, and writes them as titles', async () => {
    for (const query of ['茶园管护', '茶园推进会', '管护推近会']) {
      const [title] = (await find(query)).filter(({ kind }) => kind === 'document');
      assert.equal(title?.insertText, '《在茶园管护推进会上的讲话》', query);
      assert.equal(title.provenance.path, '/corpus/a.md');
    }
  });

  it('finds what has a single character', async () => {
    assert.ok((await texts('抓', 'phrase')).includes('真抓实干'));
    assert.deepEqual(await texts('渠', 'document'), ['在渠道清淤动员会上的讲话']);
    assert.deepEqual(await texts('缝', 'card'), [card.text]);
  });

  it('finds sections, and where they stand', async () => {
    const [section] = (await find('看清时令')).filter(({ kind }) => kind === 'section');
    assert.equal(section!.text, '一、看清时令，把管护当成大事');
    const { start, end, documentId } = section!.provenance;
    const rendering = await service.rendering({ documentId });
    assert.equal(rendering!.text.slice(start, end), section!.text);
    assert.deepEqual(await texts('抓修剪', 'section'), ['（一）抓修剪']);
  });

  it('finds titles by first letters, of the characters whose readings phrases tell', async () => {
    const letters = likeliestLetters(new PhraseLexicon(index).phrases);
    assert.equal(lettersOf('真抓A1，实干', letters), 'zza1sg');
    assert.ok(letters.size > 4);
  });

  it('finds cards by letters once a corpus tells how they are read', async () => {
    const known = { ...card, text: '真抓实干见成效' };
    const store: CardStore = { ...cards, cards: [known], refresh: () => [known] };
    const ask = async (corpus: CorpusIndex) => {
      const { found } = await createSpeechService({ index: corpus, readFile: () => undefined, cards: store }).find({
        query: 'zzsg',
      });
      return found.some(({ kind }) => kind === 'card');
    };
    assert.equal(await ask(inMemoryCorpus({})), false);
    assert.equal(await ask(index), true);
  });

  it('finds cards by a sentence within them, and inserts all of the card', async () => {
    const [found] = (await find('石头再硬')).filter(({ kind }) => kind === 'card');
    assert.equal(found!.text, '石头再硬也有缝，办法总比困难多。');
    assert.equal(found!.insertText, card.text);
    assert.deepEqual([found!.provenance.title, found!.provenance.isCard], ['修路会', true]);
  });

  it('finds what stands in a speech word for word, with its sentence', async () => {
    const [found] = (await find('渠水流到')).filter(({ kind }) => kind === 'text');
    assert.equal(found!.text, '渠水流到哪里，笑声就到哪里。');
    assert.equal(found!.provenance.title, '在渠道清淤动员会上的讲话');
  });

  it('puts the kind with the best match first, and has a source for everything', async () => {
    assert.equal((await find('工作简报'))[0]!.kind, 'document');
    for (const query of ['真抓', 'zz', '会', '讲话', '石头']) {
      for (const { provenance } of await find(query))
        assert.ok(provenance.path !== '' && provenance.title !== '', query);
    }
  });

  it('finds nothing for nothing, for noise and for marks, and never fails', async () => {
    assert.deepEqual(await find('  '), []);
    assert.deepEqual(await find('魑魅魍魉'), []);
    for (const query of ['，', "'", 'qqqqqq', '\ud842', '真'.repeat(5000), '(.*', '《', 'ZZSG']) await find(query);
  });

  it('gives nothing from an index that was closed while its titles were read', async () => {
    const closing = inMemoryCorpus({
      'a.md': '---\ntitle: 在渠道清淤动员会上的讲话\n---\n渠水流到哪里，笑声就到哪里。\n',
    });
    const asked = createSpeechService({ index: closing, readFile: () => undefined }).find({ query: '渠水流' });
    closing.close();
    assert.deepEqual(await asked, { found: [] });
  });

  it('keeps to its limit for each kind', async () => {
    const { found } = await service.find({ query: '要', limit: 1 });
    const kinds = found.map(({ kind }) => kind).filter(kind => kind !== 'text');
    assert.equal(kinds.length, new Set(kinds).size);
  });
});
