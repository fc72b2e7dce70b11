import assert from 'node:assert/strict';
import { sectionPathIn } from '../../../src/core/index/format/packedSections.ts';
import { outline, sectionPath } from '../../../src/core/structure/outline.ts';
import type { Section } from '../../../src/core/structure/section.ts';
import { generator } from '../support/random.ts';

function packed(sections: readonly Section[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sections));
}

/** Sections that fill `[start, end)`, or leave some of it to none, with titles that could be taken for JSON. */
function anySections(random: () => number, start: number, end: number, level = 1): Section[] {
  const sections: Section[] = [];
  for (let from = start; from < end && random() < 0.8; ) {
    const to = Math.min(end, from + 1 + Math.floor(random() * 20));
    const title = ['一、"]}{[', '（一）\\', '要求，'][Math.floor(random() * 3)]!;
    const children = level < 4 ? anySections(random, from, to, level + 1) : [];
    sections.push({ start: from, end: to, title, level, ...(random() < 0.5 && { function: '部署任务' }), children });
    from = random() < 0.2 ? to + 1 : to;
  }
  return sections;
}

describe('sectionPathIn', () => {
  it('says what sectionPath says', () => {
    const random = generator(3);
    for (let round = 0; round < 100; round++) {
      const sections = anySections(random, 0, 40);
      const bytes = packed(sections);
      for (let at = 0; at <= 41; at++) assert.deepEqual(sectionPathIn(bytes, at), sectionPath(sections, at));
    }
  });

  it('reads the outline of a speech', () => {
    const text =
      '同志们：\n一、提高认识\n（一）要深刻领会\n说明。\n（二）要真抓实干\n说明。\n二、加强领导\n说明。\n谢谢大家！';
    const sections = outline(text);
    assert.deepEqual(sectionPathIn(packed(sections), text.indexOf('真抓')), ['一、提高认识', '（二）要真抓实干']);
  });
});
