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

describe('sectionAtCaret', () => {
  const text = '同志们：\n一、突出重点\n\n二、压实责任\n（一）分到人\n正文。\n';
  const at = (caret: number) => sectionAtCaret(outline(text), text, caret);

  it('knows the section, and whether it has been begun', () => {
    assert.deepEqual(at(text.indexOf('\n二、')), { function: '部署任务', isBegun: true });
    assert.deepEqual(at(text.indexOf('（一）')), { function: '要求保障', isBegun: true });
    assert.deepEqual(at(text.length), { function: '要求保障', isBegun: false });
    assert.deepEqual(at(text.indexOf('突出')), { function: '部署任务', isBegun: false });
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
