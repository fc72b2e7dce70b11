import assert from 'node:assert/strict';
import sections from '../../snippets/sections.json' with { type: 'json' };
import skeletons from '../../snippets/skeletons.json' with { type: 'json' };
import { parseSnippet } from '../../src/features/snippetText.ts';
import { sectionTemplates, skeletonTemplates, templates } from '../../src/features/templateText.ts';

const numerals = '一二三四五六七八九十';

describe('structure snippets', () => {
  it('cover the sections of a speech and whole speeches', () => {
    const heads = sectionTemplates.map(({ head }) => head);
    assert.deepEqual(heads, ['肯定成绩', '查找不足', '形势意义', '部署任务', '要求保障', '号召结尾']);
    assert.ok(skeletonTemplates.some(({ head }) => head === '动员部署会'));
  });

  it('are named by their head and reached by its initials, each once', () => {
    for (const [name, entry] of Object.entries({ ...sections, ...skeletons })) {
      assert.match(entry.initials, new RegExp(`^[a-z]{${name.length}}$`), name);
      assert.ok(!('prefix' in entry), 'the editor must not offer it by itself');
    }
    const keys = templates.flatMap(({ head, initials }) => [head, initials]);
    assert.equal(new Set(keys).size, keys.length);
  });

  for (const { head, body, description } of templates) {
    describe(head, () => {
      const { stops, strays, text } = parseSnippet(body);

      it('parses, with its stops numbered without a gap and an end', () => {
        assert.deepEqual(strays, []);
        const indexes = [...new Set(stops.map(({ index }) => index))].sort((a, b) => a - b);
        assert.deepEqual(
          indexes,
          indexes.map((_, position) => position),
        );
        assert.ok(indexes.length > 5);
        assert.doesNotMatch(text, /[${}|\\]/, 'nothing of the syntax is left in the text');
      });

      it('offers real choices', () => {
        for (const { choices } of stops.filter(({ choices }) => choices !== undefined)) {
          assert.ok(choices!.length > 1 && new Set(choices).size === choices!.length, choices!.join());
          for (const choice of choices!) assert.equal(choice, choice.trim());
        }
      });

      it('counts 一是, 一要, 第一 and 一、 from one up', () => {
        for (const family of ['[O]是', '[O]要', '第[O][，、]', '^[O]、', '^（[O]）']) {
          const marker = new RegExp(`(?<![\\p{Script=Han}])${family.replace('O', numerals)}`, 'gmu');
          for (const run of runs(text, marker)) assert.equal(run, numerals.slice(0, run.length), `${family}: ${run}`);
        }
      });

      it('ends the items of an inline 一是…；二是…。 with ； and the last with 。', () => {
        for (const line of text.split('\n').filter(line => /一是.*；二是/.test(line))) {
          const items = line.slice(line.indexOf('一是')).split(/(?=[二三四五]是)/);
          for (const item of items.slice(0, -1)) assert.match(item, /；$/, item);
          assert.match(items.at(-1)!, /^[^；]*[。！]/);
        }
      });

      it('has full-width punctuation and a description', () => {
        assert.doesNotMatch(text, /[,;:()?!]/);
        assert.match(description, /：/);
      });
    });
  }
});

/** Ordinals found by `marker`, cut where they start again: «一二三», «一二». */
function runs(text: string, marker: RegExp): string[] {
  const ordinals = [...text.matchAll(marker)].map(
    ([found]) => [...found].find(character => numerals.includes(character))!,
  );
  return ordinals
    .join('')
    .split(/(?=一)/)
    .filter(run => run !== '');
}
