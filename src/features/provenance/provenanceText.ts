import type { KwicLine, Provenance } from '../../core/document/provenance.ts';
import { t } from '../../vscode/messages.ts';

/** «《在推进会上的讲话》 · 李文山 · 推进会 · 2024-03 › 二、重点任务 › （一）»; unknown parts are left out. */
export function sourceLine({ title, speaker, occasion, date, sectionPath }: Provenance): string {
  const head = [`《${title}》`, speaker, occasion, date].filter(part => part !== undefined).join(' · ');
  return [head, ...sectionPath].join(' › ');
}

/** «3篇 · 《在推进会上的讲话》 · 李文山»: the number of speeches with the words, and the best source without its sections. */
export function countedSource(documents: number, provenance: Provenance): string {
  const source = sourceLine({ ...provenance, sectionPath: [] });
  return documents === 1 ? source : t('source.counted', documents, source);
}

/** Punctuation at which a line of context is cut, rather than in the middle of a word. */
const boundary = /[。；！？，、：]/u;

/** A concordance line short enough to read: «…坚持问题导向，【真抓实干】，务求…». `width` units of context on each side. */
export function cropContext(line: KwicLine, width: number): { before: string; match: string; after: string } {
  return { before: cropStart(line.before, width), match: line.match, after: cropEnd(line.after, width) };
}

function cropStart(text: string, width: number): string {
  const flat = text.replace(/\s+/gu, ' ');
  if (flat.length <= width) return flat;
  const tail = flat.slice(-width);
  const cut = tail.search(boundary);
  // A boundary in the far half keeps at least half of the context.
  return `…${cut >= 0 && cut < width / 2 ? tail.slice(cut + 1) : tail}`;
}

function cropEnd(text: string, width: number): string {
  const flat = text.replace(/\s+/gu, ' ');
  if (flat.length <= width) return flat;
  const head = flat.slice(0, width);
  const cut = lastBoundary(head);
  return `${cut >= width / 2 ? head.slice(0, cut) : head}…`;
}

function lastBoundary(text: string): number {
  for (let index = text.length - 1; index >= 0; index--) if (boundary.test(text[index]!)) return index;
  return -1;
}
