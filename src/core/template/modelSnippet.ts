import { outline } from '../structure/outline.ts';
import { findPlaceholders } from '../structure/placeholders.ts';
import type { Section } from '../structure/section.ts';
import { CLOSES, classAt, STOP } from '../text/charClass.ts';
import type { SnippetPiece } from './snippet.ts';

/** A section of a real speech as an outline: its headings and markers stay, and each stretch of its words becomes a stop. */
export function outlineOfModel(text: string): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let stops = 0;
  const blank = (start: number, end: number): void => {
    const words = text.slice(start, end);
    const body = words.trim();
    if (body === '') return void pieces.push(words);
    const lead = words.indexOf(body);
    pieces.push(words.slice(0, lead), { index: ++stops }, words.slice(lead + body.length));
  };
  const walk = (sections: readonly Section[], start: number, end: number): void => {
    let from = start;
    for (const section of sections) {
      blank(from, section.start);
      const body = headingEnd(text, section);
      pieces.push(text.slice(section.start, body));
      walk(section.children, body, section.end);
      from = section.end;
    }
    blank(from, end);
  };
  walk(headed(outline(text)), 0, text.length);
  return [...pieces.filter(piece => piece !== ''), { index: 0 }];
}

/** A section of a real speech as text to adapt: what was blacked out in it (XX, X%, **) becomes stops to fill in. */
export function textOfModel(text: string): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let from = 0;
  for (const [index, { start, end }] of findPlaceholders(text).entries()) {
    pieces.push(text.slice(from, start), { index: index + 1, name: text.slice(start, end) });
    from = end;
  }
  return [...pieces, text.slice(from), { index: 0 }].filter(piece => piece !== '');
}

/** `text` without its heading, for a draft that already has one. */
export function withoutHeading(text: string): string {
  const [first] = headed(outline(text));
  return first?.start === 0 ? text.slice(headingEnd(text, first)).replace(/^\s+/u, '') : text;
}

/** The sections that have a heading. A part that is recognised only by its function has none. */
function headed(sections: readonly Section[]): readonly Section[] {
  return sections.filter(
    ({ title, children }) => children.length > 0 || /^[（(]?[\d一二三四五六七八九十第其“—①-⑳]/u.test(title),
  );
}

/** The offset behind a section's heading and the mark that closes it. */
function headingEnd(text: string, { start, end, title }: Section): number {
  let at = Math.min(end, text.indexOf(title, start) + title.length);
  while (at < end && classAt(text, at) & (STOP | CLOSES)) at++;
  return at;
}
