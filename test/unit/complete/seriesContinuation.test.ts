import assert from 'node:assert/strict';
import { complete } from '../../../src/core/complete/complete.ts';
import type { CompletionMode, Suggestion } from '../../../src/core/complete/suggestion.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const corpus = inMemoryCorpus({
  '春.txt':
    '---\ntitle: 春耕动员\n---\n下面讲三点。\n第一，要看清墒情。土干得快。\n第二，要备足种子。不等雨来。\n第三，要修好沟渠。水到田头。\n要稳面积、稳单产、稳收益、稳人心。',
  '夏.txt':
    '---\ntitle: 夏管要求\n---\n要从田埂上听实情、从账本里看差距。要有令不行、有禁不止，有责不担、有错不改的现象绝迹。要做到“三个不”：一是不等雨。二是不靠天。三是不误时。要从泥土中找办法、从汗水中得收成、从邻里中学本事。',
});

function at(draft: string, mode: CompletionMode = 'balanced', limit = 5): readonly Suggestion[] {
  return complete(corpus, { text: draft, offset: draft.length, limit, mode });
}
const texts = (suggestions: readonly Suggestion[]): string[] => suggestions.map(({ insertText }) => insertText);

describe('continuing a series', () => {
  it('offers the next marker in the first three after any finished sentence of a member, at the end of its line too', () => {
    const long = '干部要到田里去，到渠上去。'.repeat(4);
    const drafts: ReadonlyArray<readonly [string, string]> = [
      [`一、看清形势\n${long}\n${long}\n二、压实责任\n${long}`, '\n三、'],
      [`（一）看清形势\n${long}\n（二）压实责任\n要快。`, '\n（三）'],
      ['第一章　总则\n第一条　要快。\n第二条　要准。\n第二章　实施', '\n第三条'],
      ['1.甲组报到；\n2.乙组报到；', '\n3.'],
    ];
    for (const [draft, marker] of drafts) {
      assert.ok(texts(at(draft)).slice(0, 3).includes(marker), `${draft} → ${texts(at(draft)).join(' | ')}`);
      assert.ok(!texts(at(draft, 'quiet')).includes(marker), 'too unlikely to be quiet about');
    }
  });

  it('counts no further than the corpus does, unless the draft has', () => {
    const points = (count: number): string =>
      Array.from({ length: count }, (_, at) => `${'一二三四五六七八九'[at]}是要做好这一件。`).join('');
    assert.deepEqual(texts(at(points(2))).slice(0, 1), ['三是']);
    assert.ok(!texts(at(points(3))).includes('四是'));
    assert.ok(texts(at(points(4))).includes('五是'), 'the writer has counted to four');
  });

  it('knows the next member of a series by the last one, at its first place and with its source', () => {
    const [best] = at('第一，要抢墒情。天不等人。\n第二，要备足种子。今年也一样。\n第三，');
    assert.equal(best!.insertText, '要修好沟渠');
    assert.equal(best!.kind, 'series-member');
    assert.equal(best!.provenance!.title, '春耕动员');
    assert.equal(best!.documents, 1);
  });

  it('goes on with what is typed of the member', () => {
    const offered = at('要稳面积、稳单产、稳收').find(({ insertText }) => insertText === '稳收益');
    assert.equal(offered?.replaceLength, 2);
  });

  it('finds the members of a list whatever stands between them', () => {
    assert.ok(texts(at('决不允许有令不行、有禁不止，', 'eager')).some(text => text.startsWith('有责不担')));
  });

  it('writes out what a slogan counts, behind what leads to its items', () => {
    const [best] = at('夏管要做到“三个不”：');
    assert.equal(best!.insertText, '不等雨、不靠天、不误时');
    assert.equal(best!.provenance!.title, '夏管要求');
    assert.deepEqual(
      at('夏管要做到“四个不”：').filter(({ kind }) => kind === 'series-member'),
      [],
    );
  });

  it('offers members of other series in the same frame, as long as those of the draft, none twice', () => {
    const offered = at('要从风雨中长见识、从泥土中找办法、', 'balanced', 8);
    const members = offered.filter(({ kind }) => kind === 'series-member').map(({ insertText }) => insertText);
    assert.ok(members.includes('从邻里中学本事'), texts(offered).join(' | '));
    assert.ok(!members.includes('从泥土中找办法'));
    assert.equal(offered.at(-1)!.kind, 'series-slot');
    for (const { kind, provenance } of offered) assert.ok(kind === 'series-slot' || provenance);
  });
});
