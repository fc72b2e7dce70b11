import assert from 'node:assert/strict';
import { complete } from '../../../src/core/complete/complete.ts';
import type { CompletionMode, Suggestion } from '../../../src/core/complete/suggestion.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const corpus = inMemoryCorpus(
  {
    '春训.txt':
      '---\ntitle: 春训会上的讲话\ndate: 2024-02-20\n---\n同志们：\n一、鼓足干劲\n要从对标中看到差距、从复盘中找到办法、从一线中汲取力量、从群众中收获信任，始终走在前面。\n各级要把难事当磨刀石，把小事当试金石，真抓实干，久久为功。',
    '夏讲.txt': '必须真抓实干，久久为功。要把难事当磨刀石，把小事当试金石。全力保障群众用水，一刻也不能松。',
  },
  { '秋讲.md': '# 秋收动员\n大家要真抓实干，颗粒归仓。“三个到田头”就是要服务到田头。' },
);

/** Suggestions at `｜` in `draft`; what stands after it is text after the caret. */
function at(draft: string, options: { limit?: number; mode?: CompletionMode; index?: CorpusIndex } = {}): Suggestion[] {
  const caret = draft.indexOf('｜');
  const { limit = 8, mode = 'balanced', index = corpus } = options;
  return complete(index, { text: draft.replace('｜', ''), offset: caret, limit, mode });
}
const texts = (suggestions: readonly Suggestion[]): string[] => suggestions.map(suggestion => suggestion.insertText);

describe('complete', () => {
  it('goes on with what the corpus says, the typed beginning included', () => {
    const [best] = at('我们要真抓｜');
    assert.equal(best!.insertText, '真抓实干');
    assert.equal(best!.replaceLength, 2);
    assert.equal(best!.documents, 3);
    assert.equal(best!.kind, 'phrase');
  });

  it('goes on with a word of the draft from its first character, whatever stood before it', () => {
    const offered = at('要办好合作社，分红到户。今年扶持合｜', { mode: 'eager' });
    const word = offered.find(({ insertText }) => insertText.startsWith('合作社'));
    assert.equal(word?.kind, 'draft');
    assert.equal(word.replaceLength, 1);
  });

  it('takes one character for agreement only where it begins a word that goes on', () => {
    const offered = texts(at('大力发展果园。今年整治力｜', { mode: 'eager' }));
    assert.deepEqual(
      offered.filter(text => text.includes('发展')),
      [],
    );
  });

  it('goes on from a number only where all of it agrees', () => {
    const said = '水库总投资138亿元。渠道总投资138亿元。';
    const index = inMemoryCorpus({ '水库.txt': said, '渠道.txt': `${said}各村都要办好。` });
    const offered = (draft: string): string[] => texts(at(draft, { mode: 'eager', index }));
    assert.ok(offered('总投资138｜').some(text => text.includes('亿元')));
    for (const draft of ['电话：010-138｜', '牌号：A138｜']) assert.deepEqual(offered(draft), [], draft);
  });

  it('puts what one document alone says below what several say', () => {
    const several = '既要看到成绩，又要看到困难。\n';
    const index = inMemoryCorpus({
      '甲.txt': several.repeat(2),
      '乙.txt': `${several.repeat(2)}各村都要办好。`,
      '丙.txt':
        '今年又要看到海岛渔业合作联社转型发展。又要看到海岛渔业合作联社转型发展。又要看到海岛渔业合作联社转型发展。',
    });
    const rows = at('今年又要看到｜', { mode: 'eager', index });
    const alone = rows.findIndex(({ documents }) => documents === 1);
    const many = rows.findIndex(({ documents }) => documents > 1);
    assert.ok(many >= 0 && alone > many, JSON.stringify(rows));
  });

  it('begins a heading behind its marker, also in Markdown, and completes no numeral', () => {
    const heading = '一、去年工作\n平稳。\n二、今后工作打算\n要大力发展二、三产业。做强二、三产业。扶持二、三产业。';
    const index = inMemoryCorpus({ '甲.txt': heading, '乙.txt': `${heading}各村都要办好。` });
    for (const draft of ['二、｜', '## 二、｜', '**二、｜', '一、去年工作\n平稳。\n　　二、｜']) {
      const offered = texts(at(draft, { mode: 'eager', index }));
      assert.ok(
        offered.some(text => text.startsWith('今后')),
        draft,
      );
      assert.deepEqual(
        offered.filter(text => text.startsWith('三产')),
        [],
        draft,
      );
    }
    assert.ok(texts(at('办好二、｜', { mode: 'eager', index })).some(text => text.startsWith('三产业')));
  });

  it('offers a whole stock phrase across commas, and where it comes from', () => {
    const suggestion = at('要把难事当｜').find(each => each.insertText.endsWith('试金石'));
    assert.equal(suggestion!.insertText, '要把难事当磨刀石，把小事当试金石');
    const { title, start, end } = suggestion!.provenance!;
    assert.equal(title, '夏讲');
    assert.equal(end - start, suggestion!.insertText.length);
  });

  it('breaks off one document’s wording only where clauses end', () => {
    const harbour = '渔港管护成为全国各地学习的内容。渔港经验推向全国。渔港清淤要各自负责。\n'.repeat(12);
    const said = '便民热线系统成为全国各县政务服务的样板。';
    const draft = '要办好便民热线系统成｜';
    const alone = inMemoryCorpus({ '渔港.txt': harbour, '热线.txt': said });
    assert.deepEqual(texts(at(draft, { index: alone })), [
      '便民热线系统成为全国各县政务服务的样板',
      '便民热线系统成为全国各县政务',
      '便民热线系统成为全国各县',
    ]);
    const shared = inMemoryCorpus({
      '渔港.txt': harbour,
      '热线.txt': said,
      '热线二.txt': `听民声，${said.replace('各县', '二十个省')}`,
    });
    assert.ok(texts(at(draft, { index: shared })).includes('便民热线系统成为全国'));
  });

  it('leaves a figure that is begun to the writer, but not a year, unless all there is is wanted', () => {
    const said = '全市产值增长8.5%。自2025年起免收水费。';
    const index = inMemoryCorpus({ '甲.txt': said, '乙.txt': `各位代表：${said}`, '丙.txt': `同志们：${said}` });
    const figures = (draft: string, mode: CompletionMode) => texts(at(draft, { index, mode }));
    assert.deepEqual(figures('去年全市产值增长8.｜', 'balanced'), []);
    assert.deepEqual(figures('去年全市产值增长8｜', 'balanced'), []);
    assert.ok(figures('去年全市产值增长8.｜', 'eager').length > 0);
    assert.ok(figures('我市自20｜', 'balanced').length > 0);
    assert.ok(figures('去年全市产值增长8.5｜', 'balanced').length > 0);
  });

  it('does not say again what its clause has said, unless all there is is wanted', () => {
    const said = '建设安全文明村镇。';
    const index = inMemoryCorpus({ '甲.txt': said, '乙.txt': `各位代表：${said}`, '丙.txt': `同志们：${said}` });
    const rows = (draft: string, mode: CompletionMode) => texts(at(draft, { index, mode }));
    assert.deepEqual(rows('立足基层，搞好安全文明村镇和安全｜', 'balanced'), []);
    assert.deepEqual(rows('立足基层，搞好安全文明村镇、安全｜', 'balanced'), []);
    assert.ok(rows('立足基层，搞好安全文明村镇，建设安全｜', 'balanced').length > 0);
    assert.ok(rows('立足基层，搞好安全文明村镇和安全｜', 'eager').length > 0);
  });

  it('is verbatim corpus text with at least one document, or a marker, or a visibly blank slot', () => {
    const drafts = ['各级｜', '要从对标中看到差距、｜', '必须｜', '要把难事当磨刀石，｜', '一要快。\n｜', '大家｜'];
    for (const draft of drafts) {
      for (const { kind, insertText, documents, provenance } of at(draft, { mode: 'eager', limit: 20 })) {
        if (kind === 'series-marker' || kind === 'series-slot') continue;
        assert.ok(corpus.matches.of(insertText).size > 0, insertText);
        assert.ok(documents >= 1 && provenance, insertText);
      }
    }
  });

  it('continues an open frame with the next members of the source and ends with a blank slot', () => {
    const suggestions = at('要从对标中看到差距、从复盘中找到办法、｜');
    const rest = suggestions.find(each => each.insertText === '从一线中汲取力量、从群众中收获信任');
    assert.ok(rest, texts(suggestions).join(' '));
    assert.equal(rest.kind, 'series-member');
    assert.equal(rest.provenance!.title, '春训会上的讲话');
    assert.deepEqual(rest.provenance!.sectionPath, ['一、鼓足干劲']);
    assert.equal(suggestions.at(-1)!.kind, 'series-slot');
    assert.equal(suggestions.at(-1)!.insertText, '从$1中$2');
  });

  it('offers the next marker of a numbered series, in its own style', () => {
    const cases: ReadonlyArray<readonly [string, string]> = [
      ['一要早谋划。要先人一步。\n二要快推进。要日拱一卒。\n｜', '三要'],
      ['一是目标清；二是路径明；｜', '三是'],
      ['（一）抓源头\n要把好关口。\n（二）抓过程\n要管住环节。\n｜', '（三）'],
      ['第一，要摸清底数。\n第二，要列出清单。\n第｜', '第三，'],
      ['一、提高认识\n要想清楚。\n二、明确任务\n要分到位。\n｜', '三、'],
    ];
    for (const [draft, marker] of cases) assert.equal(texts(at(draft))[0], marker, draft);
  });

  it('never continues （一）（二） with 三、', () => {
    const offered = texts(at('（一）抓源头\n要把好关口。\n（二）抓过程\n要管住环节。\n｜'));
    assert.ok(!offered.includes('三、'), offered.join(' '));
  });

  it('is silent inside titles, addresses, tables and the letters of an input method', () => {
    const silent = [
      '学习《真抓｜',
      '见 https://a.b/c｜',
      '见www.a.b｜',
      '我们真抓shi｜',
      "真抓sh'i｜",
      '| 真抓｜ |',
      '镇\t12\t真抓｜',
    ];
    for (const draft of silent) {
      assert.deepEqual(at(draft, { mode: 'eager' }), [], draft);
    }
    assert.notDeepEqual(at('学习《讲话》，要真抓｜'), []);
  });

  it('never offers a fragment: neither the middle of a word nor half a pair of quotes', () => {
    const offered = texts([...at('尽力保障｜', { mode: 'eager' }), ...at('力保｜', { mode: 'eager' })]);
    assert.ok(!offered.some(each => each.startsWith('力保')), offered.join(' '));
    for (const each of texts(at('要三个｜', { mode: 'eager' }))) assert.ok(!each.includes('”'), each);
    assert.ok(texts(at('要“三个｜', { mode: 'eager' })).some(each => each.includes('到田头')));
  });

  it('breaks off neither after a particle nor at the first words of a clause, except for who wants all there is', () => {
    const index = inMemoryCorpus({
      'a.txt': '要满足群众日益增长的用水需要，全面抓好管护。要满足群众日益增长的出行需要，全面改善道路。',
      'b.txt': '要满足群众日益增长的文化需要，全面建好书屋。要满足群众用水需要，及时检修。',
    });
    const offered = texts(at('要满足群众｜', { limit: 20, index }));
    assert.ok(
      offered.some(each => each.endsWith('用水需要')),
      offered.join(' '),
    );
    for (const each of offered) assert.doesNotMatch(each, /的$|，全面$/, offered.join(' '));
    const eager = texts(at('要满足群众｜', { limit: 20, index, mode: 'eager' }));
    assert.ok(
      eager.some(each => each.endsWith('日益增长的')),
      eager.join(' '),
    );
  });

  it('never breaks off between a name and its title', () => {
    const index = inMemoryCorpus({
      'a.txt': '要牢记王大山同志的嘱托，把渠修好。要牢记王大山总理的嘱托，把路修好。',
      'b.txt': '要牢记王大山同志的话，把树栽好。要牢记王大山主席的话，把桥架好。',
    });
    const offered = texts(at('要牢记｜', { limit: 20, index, mode: 'eager' }));
    assert.ok(
      offered.some(each => each.includes('王大山')),
      offered.join(' '),
    );
    for (const each of offered) assert.doesNotMatch(each, /王大山$/, offered.join(' '));
  });

  it('does not offer what already stands after the caret', () => {
    const offered = texts(at('要真抓｜实干，', { mode: 'eager' }));
    assert.ok(!offered.includes('真抓实干'), offered.join(' '));
  });

  it('understands a draft typed with half-width marks', () => {
    assert.ok(
      texts(at('真抓实干,久｜')).includes('真抓实干，久久为功') || texts(at('真抓实干,久｜')).includes('久久为功'),
    );
  });

  it('shows less the quieter the mode, and nothing where nothing is known', () => {
    const count = (mode: CompletionMode): number => at('各级要｜', { mode, limit: 20 }).length;
    assert.ok(count('eager') >= count('balanced') && count('balanced') >= count('quiet'));
    assert.deepEqual(at('鲲鹏｜'), []);
    assert.deepEqual(at('｜'), []);
    assert.deepEqual(at('真抓｜', { index: inMemoryCorpus() }), []);
  });

  it('puts first what this writer takes, last what is passed over', () => {
    const index = inMemoryCorpus({
      'a.txt': '我们要守住底线，防风险。大家要守住底线，防风险。',
      'b.txt': '我们要守住阵地，强信心。大家要守住阵地，强信心。',
    });
    const offered = (liked: string): string[] => {
      const boost = (text: string): number => (text.includes(liked) ? 1.5 : -1.5);
      const preference = { boost, mostBoost: 1.5 };
      const place = { text: '我们要守住', offset: 5, limit: 8, mode: 'eager' } as const;
      return complete(index, { ...place, preference }).map(each => each.insertText);
    };
    assert.match(offered('底线')[0]!, /底线/);
    assert.match(offered('阵地')[0]!, /阵地/);
  });

  it('keeps to the limit', () => {
    for (const limit of [0, 1, 2, 3])
      assert.ok(at('要从对标中看到差距、从复盘中找到办法、｜', { limit }).length <= limit);
  });
});
