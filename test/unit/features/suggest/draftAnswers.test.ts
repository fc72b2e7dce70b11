import assert from 'node:assert/strict';
import type { CompleteRequest, SpeechService } from '../../../../src/core/service/speechService.ts';
import { DraftAnswers, type DraftCaret } from '../../../../src/features/suggest/draftAnswers.ts';

function recorder(answer: () => Promise<never> | { suggestions: [] } = () => ({ suggestions: [] })) {
  const requests: CompleteRequest[] = [];
  const service = {
    complete: async (request: CompleteRequest) => {
      requests.push(request);
      return answer();
    },
  } as Partial<SpeechService> as SpeechService;
  return { requests, answers: new DraftAnswers(service) };
}

const caret: DraftCaret = { uri: 'file:///a.jg', version: 1, offset: 2, text: () => '真抓' };

describe('DraftAnswers', () => {
  it('asks once for trigger and provider, again for the next version, place or mode', async () => {
    const { requests, answers } = recorder();
    await Promise.all([answers.at(caret, 'balanced'), answers.at(caret, 'balanced')]);
    assert.equal(requests.length, 1);
    assert.deepEqual(requests[0], { text: '真抓', offset: 2, limit: 5, mode: 'balanced' });
    await answers.at({ ...caret, version: 2 }, 'balanced');
    await answers.at({ ...caret, version: 2, offset: 1 }, 'balanced');
    await answers.at({ ...caret, version: 2, offset: 1 }, 'eager');
    assert.equal(requests.length, 4);
  });

  it('asks again when the corpus has changed, and after a failure', async () => {
    const { requests, answers } = recorder();
    await answers.at(caret, 'balanced');
    answers.forget();
    await answers.at(caret, 'balanced');
    assert.equal(requests.length, 2);

    const failing = recorder(() => Promise.reject(new Error('worker ended')));
    await assert.rejects(failing.answers.at(caret, 'balanced'));
    await assert.rejects(failing.answers.at(caret, 'balanced'));
    assert.equal(failing.requests.length, 2);
  });
});
