import assert from 'node:assert/strict';
import { rawOutline } from '../../../src/core/service/rawOutline.ts';

describe('rawOutline', () => {
  it('gives the places of the raw text, whatever cleaning takes out or puts right', () => {
    const raw = '---\ntitle: 春修\n---\n同志们:\n# **一、修渠**\n主渠先修,毛渠后修.\n\n\n二、护林\n近山先护.\n';
    const sections = rawOutline(raw);
    assert.deepEqual(
      sections.map(({ start, end }) => raw.slice(start, end)),
      ['同志们:', '一、修渠**\n主渠先修,毛渠后修.', '二、护林\n近山先护.'],
    );
  });

  it('is that of the text where nothing is to be cleaned', () => {
    assert.deepEqual(rawOutline(''), []);
    assert.deepEqual(rawOutline('一、甲\n乙。')[0], { title: '一、甲', level: 1, start: 0, end: 6, children: [] });
  });
});
