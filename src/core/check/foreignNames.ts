import type { FoundParagraph, FoundStretch } from '../borrow/borrowFinder.ts';
import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Check, CheckContext } from './checkContext.ts';
import { copiedSentences } from './copied.ts';
import type { Finding } from './finding.ts';
import { type NameKind, namesIn } from './names.ts';
import { PROVINCES } from './provinces.ts';

/** Share of the speeches of a corpus that may have a name, and the number of them that may in any case: what more of them say is known everywhere. */
const RARE_SHARE: Readonly<Record<NameKind, number>> = { place: 0.03, organization: 0.01, person: 0.01 };
const RARE_IN_ANY_CASE: Readonly<Record<NameKind, number>> = { place: 2, organization: 1, person: 1 };
/** Least number of times that a speech names the place it was given at. */
const HOME_OCCURRENCES = 3;

const KIND_NAMES: Readonly<Record<NameKind, string>> = { place: '地名', organization: '单位名', person: '人名' };

/**
 * Names that came along from a source: they stand in what was borrowed, few speeches have them, and neither the list of local names
 * nor the rest of the draft has them. A source from the same place as the draft names what is local.
 */
export const foreignNames: Check = context => {
  const draft = new Draft(context);
  return context.borrowed.flatMap(paragraph =>
    paragraph.stretches.flatMap(stretch => draft.foreignIn(paragraph, stretch)),
  );
};

class Draft {
  readonly #context: CheckContext;
  /** Whether a source is from the same place as the draft, by document id. */
  readonly #isHome = new Map<string, boolean>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /** The part of the draft that is not borrowed. */
  get #own(): string {
    return this.#context.origins.ownText;
  }

  foreignIn(paragraph: FoundParagraph, stretch: FoundStretch): Finding[] {
    const { text, index, localNames, origins } = this.#context;
    const starts = index.text.wordStarts(stretch.place, 0, stretch.end - stretch.start);
    const copied = copiedSentences(this.#context, paragraph, index.documents.speechKey(stretch.place));
    const found: Finding[] = [];
    for (const { kind, start, end, stem } of copied.length === 0 ? [] : namesIn(text, stretch, starts)) {
      const name = text.slice(start, end);
      const bare = text.slice(stem.start, stem.end);
      const isLocal = localNames.some(local => name.includes(local) || local.includes(bare));
      if (isLocal || this.#owns(kind, bare) || found.some(other => other.start < end && start < other.end)) continue;
      if (!copied.some(({ span }) => span.start <= start && end <= span.end)) continue;
      if (!isRare(index, kind, bare) || !isRare(index, kind, name)) continue;
      if (!origins.isElsewhere(stretch.place)) continue;
      const { id, title } = index.documents.headAt(stretch.place);
      if (this.#isFromHere(id)) continue;
      const message = `${KIND_NAMES[kind]}“${name}”来自《${title}》，不在本地词表中`;
      found.push({ kind: 'foreign-name', start, end, message, fixes: [], name });
    }
    return found;
  }

  /** Whether the rest of the draft contains the name, or speaks of the province with which the name begins. */
  #owns(kind: NameKind, name: string): boolean {
    const province = kind === 'place' ? PROVINCES[name[0]!] : undefined;
    if (this.#own.includes(name)) return true;
    return province !== undefined && (this.#own.includes(province) || this.#own.includes(name[0]!));
  }

  /** Whether the rest of the draft names a place that the document names often and other documents rarely. */
  #isFromHere(documentId: string): boolean {
    const known = this.#isHome.get(documentId);
    if (known !== undefined) return known;
    const { index } = this.#context;
    const isHome = placesOften(index.documents, documentId).some(
      place => this.#own.includes(place) && isRare(index, 'place', place),
    );
    this.#isHome.set(documentId, isHome);
    return isHome;
  }
}

/** Names of places that occur at least `HOME_OCCURRENCES` times in a document. */
function placesOften(documents: CorpusDocuments, documentId: string): string[] {
  const document = documents.find(documentId);
  if (document === undefined) return [];
  const text = document.text();
  const counts = new Map<string, number>();
  for (const { kind, start, end } of namesIn(text, { start: 0, end: text.length }, document.wordStarts())) {
    if (kind !== 'place') continue;
    const name = text.slice(start, end);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= HOME_OCCURRENCES).map(([name]) => name);
}

function isRare(index: CorpusIndex, kind: NameKind, name: string): boolean {
  const most = Math.max(RARE_IN_ANY_CASE[kind], Math.floor(index.documents.count * RARE_SHARE[kind]));
  return index.frequencies.of(name).documents <= most;
}
