import assert from 'node:assert/strict';
import sections from '../../snippets/sections.json' with { type: 'json' };
import skeletons from '../../snippets/skeletons.json' with { type: 'json' };
import { outline } from '../../src/core/structure/outline.ts';
import { functionOfParagraph } from '../../src/core/structure/sectionFunction.ts';
import { parseSnippet } from '../../src/core/template/snippet.ts';
import { placeholderRows } from '../../src/features/structure/placeholderRows.ts';
import { sectionTemplates, skeletonTemplates, templates } from '../../src/features/structure/templateText.ts';

const numerals = '一二三四五六七八九十';
/** Asked for once and used throughout a draft: stops that are named so. Every speech has these three. */
const variables = ['会议名', '时间', '讲话人'];

describe('structure snippets', () => {
  it('have a full and a short form of each section', () => {
    const functions = Object.entries(sections).map(([head, { function: name }]) => `${name} ${/（短）$/.test(head)}`);
    for (const name of [
      '会议由来',
      '承接',
      '肯定成绩',
      '查找不足',
      '形势意义',
      '总要求',
      '部署任务',
      '要求保障',
      '近期工作',
      '号召结尾',
    ]) {
      assert.ok(functions.includes(`${name} false`), name);
      assert.ok(functions.includes(`${name} true`), name);
    }
    for (const head of Object.keys(sections).filter(head => head.endsWith('（短）'))) {
      const long = parsed(sectionTemplates, head.slice(0, -'（短）'.length)).text;
      assert.ok(parsed(sectionTemplates, head).text.length < long.length * 0.6, head);
    }
  });

  it('cover the occasions of a speaker', () => {
    const occasions = new Set(Object.values(skeletons).map(({ occasion }) => occasion));
    assert.ok(occasions.size >= 15, `${occasions.size}`);
  });

  it('are named by their head and reached by its initials, each once', () => {
    for (const [name, entry] of Object.entries({ ...sections, ...skeletons })) {
      assert.match(entry.initials, new RegExp(`^[a-z]{${name.replace(/[（）]/g, '').length}}$`), name);
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
        assert.ok(body.endsWith('$0'));
        assert.doesNotMatch(text, /[${}|\\]/, 'nothing of the syntax is left in the text');
      });

      it('numbers its stops in the order in which they are filled', () => {
        const firsts = [...new Set(stops.map(({ index }) => index))].filter(index => index > 0);
        assert.deepEqual(
          firsts,
          firsts.map((_, position) => position + 1),
        );
      });

      it('leaves nothing to be filled in that 待填 does not list, and nothing there once it is', () => {
        const asked = stops.flatMap(({ name = '' }) => (name.startsWith('【') ? [name] : []));
        const listed = placeholderRows(text).map(({ label, highlight }) => label.slice(...highlight));
        assert.deepEqual(new Set(listed), new Set(asked));
        assert.ok(listed.length >= asked.length);
        assert.deepEqual(placeholderRows(text.replaceAll(/【[^】]+】/gu, '修渠')), []);
        assert.doesNotMatch(text, /＿/u, 'a stop without a word is not seen by the eye');
      });

      it('offers real choices', () => {
        for (const { choices } of stops.filter(({ choices }) => choices !== undefined)) {
          assert.ok(choices!.length > 1 && new Set(choices).size === choices!.length, choices!.join());
          for (const choice of choices!) assert.equal(choice, choice.trim());
        }
      });

      it('counts 一是, 一要, 第一 and 一、 from one up', () => {
        for (const family of ['[O]是', '[O]要', '第[O][，、]', '其[O][，、]', '^[O]、', '^（[O]）']) {
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

  for (const [head, { function: name }] of Object.entries(sections)) {
    it(`${head} does what it is named for`, () => {
      const text = expanded(head);
      const found =
        name === '号召结尾'
          ? outline(`同志们：\n一、加快建设\n抓好项目。\n抓好民生。\n${text}`).at(-1)?.function
          : text
              .split('\n')
              .map(functionOfParagraph)
              .find(one => one === name);
      assert.equal(found, name);
    });
  }

  for (const [head, { functions }] of Object.entries(skeletons)) {
    it(`${head} has the sections it claims, is a page long and gives a choice of cue sentences`, () => {
      const text = expanded(head);
      const found = outline(text).flatMap(section => section.function ?? []);
      assert.deepEqual(found, functions);
      assert.ok(text.length >= 300 && text.length <= 900, `${text.length} characters`);
      const { stops } = parsed(skeletonTemplates, head);
      assert.ok(stops.filter(({ choices }) => choices !== undefined).length >= 3);
    });

    it(`${head} names the variables of its draft`, () => {
      const { body } = skeletonTemplates.find(template => template.head === head)!;
      const named = variables.filter(name => body.includes(`:【${name}】}`));
      const expected = body.includes('【会议名】') ? variables : ['时间', '讲话人'];
      assert.deepEqual(named, expected);
    });
  }
});

function expanded(head: string): string {
  return parseSnippet(templates.find(template => template.head === head)!.body).text.trimEnd();
}

function parsed(among: typeof templates, head: string): ReturnType<typeof parseSnippet> {
  return parseSnippet(among.find(template => template.head === head)!.body);
}

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
