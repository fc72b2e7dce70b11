import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardContent } from '../../../src/core/cards/card.ts';
import { formatCard, parseCard, splitTags } from '../../../src/core/cards/cardFile.ts';

const content: CardContent = {
  text: '“春茶”一刻也等不得。\n手脚要快。',
  tags: ['农业', '作风'],
  note: "对比 it's #1",
  kept: '2026-11-22',
  source: {
    title: '在茶园管护动员会上的讲话',
    path: 'C:\\文稿\\茶园.docx',
    speaker: '李文山',
    occasion: '动员会',
    date: '2024-03-05',
    section: '一、看清形势 › （一）时令',
    attributedTo: '老农',
  },
};

describe('the file of a card', () => {
  it('is read as it was written', () => {
    const raw = formatCard(content);
    const { id, path, textStart, ...read } = parseCard(raw, 'card:a', '/a.md')!;
    assert.deepEqual(read, { ...content, note: '对比 it’s #1' });
    assert.equal(raw.slice(textStart, textStart + read.text.length), content.text);
  });

  it('keeps any text and any line of values', () => {
    const line = fc.string({
      unit: fc.constantFrom('真', '“', '"', '：', ':', '#', '-', ' ', '[', ']', '\\', '𠮷', 'a'),
    });
    fc.assert(
      fc.property(line, line, line, (text, note, title) => {
        fc.pre(text.trim() !== '' && note.trim() !== '' && title.trim() !== '');
        const read = parseCard(formatCard({ text, tags: [], note, source: { title } }), 'card:a', '/a.md')!;
        const flat = (value: string) => value.replace(/\s+/gu, ' ').trim();
        assert.equal(read.text, text.trim());
        assert.equal(read.note, flat(note));
        assert.equal(read.source?.title, flat(title));
      }),
    );
  });

  it('may have been edited by the user, in the ways YAML allows', () => {
    const tagsOf = (header: string) => parseCard(`---\n${header}\n---\n正文`, 'card:a', '/a.md')!.tags;
    assert.deepEqual(tagsOf('tags: [民生, 作风]'), ['民生', '作风']);
    assert.deepEqual(tagsOf('tags: ["民生", \'作风\']'), ['民生', '作风']);
    assert.deepEqual(tagsOf('标签: 民生，作风'), ['民生', '作风']);
    assert.deepEqual(tagsOf('出处: 某会\ntags:\n- 民生\n  - 作风\n备注: 无'), ['民生', '作风']);
    assert.deepEqual(tagsOf('出处: 某会'), []);
  });

  it('without a header is a card of the user’s own words', () => {
    const card = parseCard('\n\n记着这句话。\n', 'card:a', '/a.md')!;
    assert.deepEqual(card, { id: 'card:a', path: '/a.md', text: '记着这句话。', textStart: 2, tags: [] });
    assert.equal(parseCard(' \n', 'card:a', '/a.md'), undefined);
  });
});

describe('tags as they are typed', () => {
  it('are set apart by blanks and marks, each once', () => {
    assert.deepEqual(splitTags(' 作风 民生，乡村振兴、作风；#党建 '), ['作风', '民生', '乡村振兴', '党建']);
    assert.deepEqual(splitTags(' ，'), []);
  });
});
