import assert from 'node:assert/strict';
import { createSpeechService } from '../../../../src/core/service/inProcessService.ts';
import { phraseAnswer, sectionAnswer, seriesAnswer } from '../../../../src/features/assistant/toolAnswers.ts';
import { inMemoryCorpus } from '../../support/inMemoryCorpus.ts';

const body = '一、看水\n从来水中看源头、从去水中看出口、从塘底中看深浅。\n二、修塘\n先清淤，后修坝。';
const service = createSpeechService({
  index: inMemoryCorpus({ '塘.txt': `---\ntitle: 在修塘会上的讲话\nspeaker: 许长河\n---\n${body}` }),
  readFile: () => undefined,
});

describe('what an assistant is told', () => {
  it('is a phrase with its source, and no path', async () => {
    const answer = phraseAnswer(await service.lookup({ phrase: '先清淤' }), []);
    assert.deepEqual(answer, {
      phrase: '先清淤',
      documents: 1,
      occurrences: 1,
      sources: [
        {
          text: '先清淤，后修坝。',
          source: {
            documentId: 'id-塘.txt',
            title: '在修塘会上的讲话',
            speaker: '许长河',
            section: '二、修塘',
            start: body.indexOf('先清淤'),
            end: body.indexOf('先清淤') + 3,
          },
        },
      ],
    });
    assert.doesNotMatch(JSON.stringify(answer), /corpus/);
  });

  it('is phrases that resemble one the corpus has not', async () => {
    const answer = phraseAnswer(await service.lookup({ phrase: '没有' }), ['有的']);
    assert.deepEqual(answer, { phrase: '没有', documents: 0, occurrences: 0, sources: [], similar: ['有的'] });
  });

  it('is a series with its members', async () => {
    const { series } = await service.seriesLookup({ frame: '从…中…' });
    const { series: told } = seriesAnswer(series) as { series: { members: string[]; source: { title: string } }[] };
    assert.deepEqual(told[0]!.members, ['从来水中看源头', '从去水中看出口', '从塘底中看深浅']);
    assert.equal(told[0]!.source.title, '在修塘会上的讲话');
  });

  it('is the section around a place, cut where it is long', async () => {
    const { sections } = await service.outline({ text: body });
    assert.deepEqual(sectionAnswer('题', body, sections, body.indexOf('修坝')), {
      title: '题',
      section: '二、修塘',
      text: '二、修塘\n先清淤，后修坝。',
    });
    const long = '水'.repeat(5000);
    assert.deepEqual(sectionAnswer('题', long, [], 0), {
      title: '题',
      section: '',
      text: '水'.repeat(4000),
      isCut: true,
    });
  });
});
