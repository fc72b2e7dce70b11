import { outline } from '../structure/outline.ts';
import { findPlaceholders } from '../structure/placeholders.ts';
import type { Section } from '../structure/section.ts';
import { CLOSES, classAt, STOP } from '../text/charClass.ts';
import type { SnippetPiece } from './snippet.ts';

/** A section of a real speech with its headings and markers, its words blanked: each stretch of them is a stop. */
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

/** A section of a real speech to adapt: what has been taken out of it (XX, X%, **) is to be filled in. */
export function textOfModel(text: string): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let from = 0;
  for (const [index, { start, end }] of findPlaceholders(text).entries()) {
    pieces.push(text.slice(from, start), { index: index + 1, name: text.slice(start, end) });
    from = end;
  }
  return [...pieces, text.slice(from), { index: 0 }].filter(piece => piece !== '');
}

/** `text` without its heading, for a draft that has one already. */
export function withoutHeading(text: string): string {
  const [first] = headed(outline(text));
  return first?.start === 0 ? text.slice(headingEnd(text, first)).replace(/^\s+/u, '') : text;
}

/** Parts that are only told by what they do have no heading to keep. */
function headed(sections: readonly Section[]): readonly Section[] {
  return sections.filter(
    ({ title, children }) => children.length > 0 || /^[（(]?[\d一二三四五六七八九十第其“—①-⑳]/u.test(title),
  );
}

/** Behind the heading and the mark that closes it. */
function headingEnd(text: string, { start, end, title }: Section): number {
  let at = Math.min(end, text.indexOf(title, start) + title.length);
  while (at < end && classAt(text, at) & (STOP | CLOSES)) at++;
  return at;
}
