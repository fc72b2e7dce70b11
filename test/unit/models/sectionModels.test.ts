import assert from 'node:assert/strict';
import { occasionLikeness } from '../../../src/core/models/occasions.ts';
import { sectionAtCaret } from '../../../src/core/models/sectionAtCaret.ts';
import { handleRequest } from '../../../src/core/service/handleRequest.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { outline } from '../../../src/core/structure/outline.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const speech = (occasion: string, date: string, opening: string, points: string): string =>
  `---\noccasion: ${occasion}\ndate: ${date}\n---\n同志们：\n这次会议的主要任务是修渠。\n一、突出重点，抓好修渠\n${opening}要一段一段修、一天一天干，干到水通为止，谁也不许半路撂下，谁撂下谁自己去跟乡亲们说清楚，说不清楚就回来接着干。\n${points}二、压实责任\n谁的渠段谁负责，年底一起算账，算到人头。\n`;

const service = createSpeechService({
  index: inMemoryCorpus({
    'mobilise.txt': speech(
      '动员部署会',
      '2021-03-01',
      '农时不等人，今天就动手。',
      '（一）修主渠\n先险后平。\n（二）修支渠\n先近后远。\n',
    ),
    'push.txt': speech('推进会', '2024-03-01', '账要一笔一笔算，话要一句一句讲。', ''),
    'again.txt': speech('座谈会', '2023-03-01', '农时不等人，人更不能等。', ''),
  }),
  readFile: () => undefined,
});

describe('sectionModels', () => {
  it('gives sections of the function, those of a like occasion first, each with its source', async () => {
    const { sections } = await service.sectionModels({ function: '部署任务', occasion: '全县春修动员会' });
    assert.deepEqual(
      sections.map(({ provenance }) => provenance.occasion),
      ['动员部署会', '推进会', '座谈会'],
    );
    assert.equal(sections[0]!.title, '一、突出重点，抓好修渠');
    assert.deepEqual(sections[0]!.points, ['（一）修主渠', '（二）修支渠']);
    const { text } = (await service.rendering({ documentId: sections[0]!.provenance.documentId }))!;
    assert.ok(text.slice(sections[0]!.provenance.start, sections[0]!.provenance.end).endsWith('先近后远。\n'));
  });

  it('reads the occasion off a draft', async () => {
    const draft = '在全县春修推进会上的讲话\n同志们：\n';
    const { sections } = await service.sectionModels({ function: '部署任务', draft });
    assert.equal(sections[0]!.provenance.occasion, '推进会');
  });

  it('puts the openings of several speeches first, word for word and with a source', async () => {
    const { openings } = await service.sectionModels({ function: '部署任务', limit: 2 });
    assert.equal(openings.length, 2);
    assert.match(openings[0]!.text, /^农时不等人，/);
    for (const { text, documents, provenance } of openings) {
      const { hits, documents: counted } = await service.lookup({ phrase: text });
      assert.equal(documents, counted);
      assert.ok(
        hits.some(({ documentId, start }) => documentId === provenance.documentId && start === provenance.start),
      );
    }
  });

  it('knows what leads up to the first section', async () => {
    const { sections, openings } = await service.sectionModels({ function: '会议由来' });
    assert.equal(sections.length, 3);
    assert.deepEqual([sections[0]!.title, sections[0]!.opening], ['', '这次会议的主要任务是修渠。']);
    assert.equal(openings[0]!.share, 1);
  });

  it('takes every further sentence of a closing for what closings say', async () => {
    const closing = '同志们，春水从来不等懒人。话已经说到这里，渠就看大家的。让我们挽起裤脚，为春灌通水而努力奋斗！';
    const body = speech('动员部署会', '2022-03-01', '农时不等人。', '');
    const closed = createSpeechService({
      index: inMemoryCorpus({ 'closed.txt': `${body}${closing}\n` }),
      readFile: () => undefined,
    });
    const { openings, cues } = await closed.sectionModels({ function: '号召结尾' });
    assert.deepEqual([openings.length, openings[0]?.text], [1, '春水从来不等懒人。']);
    assert.ok(cues.some(({ text }) => text === '话已经说到这里，渠就看大家的。'));
  });

  it('is empty where the corpus has nothing, and names what it does not understand', async () => {
    assert.deepEqual(await service.sectionModels({ function: '近期工作' }), { openings: [], cues: [], sections: [] });
    await assert.rejects(handleRequest(service, 'sectionModels', { function: '修渠' }), /function/);
    await assert.rejects(handleRequest(service, 'sectionModels', {}), /function/);
  });

  it('offers openings on the empty line below a heading, and nowhere else', async () => {
    const below = '在春修会上的讲话\n同志们：\n一、突出重点\n';
    const { suggestions } = await service.openings({ text: below, offset: below.length });
    assert.match(suggestions[0]!.insertText, /^农时不等人，/);
    assert.ok(suggestions.every(({ provenance }) => provenance !== undefined));
    for (const text of [`${below}已经写了一句。\n`, '春天来了。\n']) {
      assert.deepEqual((await service.openings({ text, offset: text.length })).suggestions, []);
    }
  });
});

describe('cue sentences', () => {
  const weak = (occasion: string, cue: string): string =>
    `---\noccasion: ${occasion}\n---\n同志们：\n一、肯定成绩\n渠通了。\n二、正视存在的问题\n渠边的草比苗高。${cue}\n`;
  const cueService = createSpeechService({
    index: inMemoryCorpus({
      'one.txt': weak('座谈会', '当前的突出问题有三个方面。'),
      'two.txt': weak('动员部署会', '当前的突出问题有三个方面。问题出在渠上，短板补在人上。'),
      'three.txt': weak('推进会', '同要求比，我们还有不少短板。'),
    }),
    readFile: () => undefined,
  });
  const heading = '在春修会上的讲话\n同志们：\n一、看到存在的问题\n';
  const cuesAt = async (text: string): Promise<readonly string[]> => {
    const { suggestions } = await cueService.openings({ text, offset: text.length, cues: true });
    return suggestions.map(({ insertText }) => insertText);
  };

  it('are those of several speeches first, with their number and source', async () => {
    const { cues } = await cueService.sectionModels({ function: '查找不足' });
    assert.deepEqual(
      cues.map(({ text, documents }) => [text, documents]),
      [
        ['当前的突出问题有三个方面。', 2],
        ['问题出在渠上，短板补在人上。', 1],
        ['同要求比，我们还有不少短板。', 1],
      ],
    );
    for (const { text, provenance } of cues) {
      const { text: whole } = (await cueService.rendering({ documentId: provenance.documentId }))!;
      assert.equal(whole.slice(provenance.start, provenance.end), text);
    }
  });

  it('are those of the same occasion before those of a few speeches', async () => {
    const { cues } = await cueService.sectionModels({ function: '查找不足', occasion: '推进会' });
    assert.equal(cues[0]!.text, '同要求比，我们还有不少短板。');
  });

  it('are offered where a further paragraph or sentence of the section begins, until the draft has them', async () => {
    assert.deepEqual(await cuesAt(heading), ['渠边的草比苗高。']);
    const first = '当前的突出问题有三个方面。';
    for (const begun of [`${heading}渠淤了。`, `${heading}渠淤了。\n`]) assert.equal((await cuesAt(begun))[0], first);
    assert.ok(!(await cuesAt(`${heading}渠淤了。${first}\n`)).includes(first));
  });

  it('are not offered within a sentence, outside of sections, or where they are not asked for', async () => {
    assert.deepEqual(await cuesAt(`${heading}渠淤了`), []);
    assert.deepEqual(await cuesAt('春天来了。'), []);
    const text = `${heading}渠淤了。\n`;
    assert.deepEqual((await cueService.openings({ text, offset: text.length })).suggestions, []);
  });
});

describe('sectionAtCaret', () => {
  const text = '同志们：\n一、突出重点\n\n二、压实责任\n（一）分到人\n正文。\n';
  const at = (caret: number) => sectionAtCaret(outline(text), text, caret);

  it('knows the section, and whether it has been begun', () => {
    assert.deepEqual(at(text.indexOf('\n二、')), { function: '部署任务', isBelowHeading: true });
    assert.deepEqual(at(text.indexOf('（一）')), { function: '要求保障', isBelowHeading: true });
    assert.deepEqual(at(text.length), { function: '要求保障', isBelowHeading: false });
    assert.deepEqual(at(text.indexOf('突出')), { function: '部署任务', isBelowHeading: false });
    assert.equal(at(2).function, undefined);
  });
});

describe('occasionLikeness', () => {
  it('is 1 for the same name, something for a like one, nothing for another', () => {
    assert.equal(occasionLikeness('动员部署会', '动员部署会'), 1);
    assert.ok(occasionLikeness('全市安全生产电视电话会议', '安全生产工作会议') > 0.5);
    assert.equal(occasionLikeness('座谈会', '动员部署会'), 0);
    assert.equal(occasionLikeness('会议', '工作会'), 0);
  });
});
