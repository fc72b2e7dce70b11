import assert from 'node:assert/strict';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { seriesAt } from '../../../src/core/service/seriesAt.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  '作风.txt': '---\ntitle: 作风建设讲话\n---\n突出表现为“三个不到位”：一是看得不到位。二是想得不到位。三是做得不到位。',
  '春耕.txt': '---\ntitle: 春耕动员\n---\n要稳面积、稳单产、稳收益、稳人心。',
});

/** What is found at `｜`. */
function at(draft: string) {
  const text = draft.replace('｜', '');
  return seriesAt(index, text, draft.indexOf('｜'), findSeries(text));
}
const texts = (members: ReadonlyArray<{ readonly text: string }>): string[] => members.map(({ text }) => text);

describe('seriesAt', () => {
  it('finds the series at a place of the draft, and the corpus series it has most in common with', () => {
    const found = at('今年要稳面积、稳单｜产、稳队伍。');
    assert.deepEqual(texts(found!.members), ['稳面积', '稳单产', '稳队伍']);
    assert.deepEqual(texts(found!.sources[0]!.members), ['稳面积', '稳单产', '稳收益', '稳人心']);
    assert.equal(found!.sources[0]!.provenance.title, '春耕动员');
    assert.deepEqual(at('今年要稳面积、稳｜队伍、稳干部。')!.sources, [], 'one member in common is chance');
  });

  it('finds the items of a slogan in the corpus, and in the draft itself', () => {
    const known = at('要解决“三个不｜到位”问题。');
    assert.equal(known!.slogan, '“三个不到位”');
    assert.deepEqual(known!.members, []);
    assert.deepEqual(texts(known!.sources[0]!.members), ['看得不到位', '想得不到位', '做得不到位']);
    const own = at('要做到“两个｜必须”：一是必须快。二是必须准。');
    assert.deepEqual(texts(own!.members), ['必须快', '必须准']);
  });

  it('knows the slogan that counts the members of a series', () => {
    assert.equal(at('问题是：看得不到位、想得｜不到位、做得不到位。')!.summary!.markers[0], '“三个不到位”');
    assert.equal(at('问题是：看得不到位、想得｜不到位。')?.summary, undefined);
  });

  it('says nothing where there is neither', () => {
    assert.equal(at('大家｜辛苦了。'), undefined);
    assert.equal(at('要解决“四个不｜灵便”问题。'), undefined);
    assert.equal(at('“十四五｜”时期'), undefined);
  });
});
