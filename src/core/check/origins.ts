import type { FoundParagraph } from '../borrow/borrowFinder.ts';
import type { Comparison } from '../borrow/comparisons.ts';
import { type Home, isRelated } from '../borrow/home.ts';
import { kindOfTitle } from '../document/kind.ts';
import type { Occurrence } from '../index/occurrence.ts';

/** Kinds of text that are meant to be followed literally. */
const RULES = ['意见', '通知', '决定', '法规'];
/** Kinds of national texts that are meant to be repeated literally; speeches are personal. */
const NATIONAL = ['工作报告', '报告', '规划', '方案', ...RULES];

/** Number of months in which reports are written at the same time. */
const SEASON = 2;

/** The places that a draft, and the speeches it borrows from, speak for. */
export class Origins {
  /** The draft without its borrowed parts. */
  readonly ownText: string;
  readonly #comparison: Comparison;
  readonly #localNames: readonly string[];
  readonly #isElsewhere = new Map<string, boolean>();
  #home: Home | undefined;

  constructor(
    text: string,
    borrowed: readonly FoundParagraph[],
    comparison: Comparison,
    localNames: readonly string[],
  ) {
    this.ownText = withoutStretches(text, borrowed);
    this.#comparison = comparison;
    this.#localNames = localNames;
  }

  /** The place the draft speaks for, judged without its borrowed parts. */
  get home(): Home {
    this.#home ??= this.#comparison.homes.ofText(this.ownText);
    return this.#home;
  }

  /**
   * Whether the document at `place` is one that the draft should not repeat unawares: neither of its own place, of the authorities
   * above or below it or of the nation's, nor from the months before the draft or later.
   */
  isElsewhere(place: Occurrence): boolean {
    const { index, date } = this.#comparison;
    if (!mayHaveBeenRead(index.documents.dateOf(place), date)) return false;
    const { id } = index.documents.headAt(place);
    let isElsewhere = this.#isElsewhere.get(id);
    if (isElsewhere === undefined) {
      isElsewhere = this.#judge(place);
      this.#isElsewhere.set(id, isElsewhere);
    }
    return isElsewhere;
  }

  #judge(place: Occurrence): boolean {
    const { id, title, metadata } = this.#comparison.index.documents.headAt(place);
    const home = this.#comparison.homes.ofDocument(id);
    const kind = kindOfTitle(title) ?? '';
    if (metadata.level === '国家' || (home.isNational && NATIONAL.includes(kind))) return false;
    if (home.places.length === 0 && RULES.includes(kind)) return false;
    return !isRelated(this.home, home) && !home.places.some(name => this.#localNames.includes(name));
  }
}

function withoutStretches(text: string, paragraphs: readonly FoundParagraph[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of paragraphs.flatMap(({ stretches }) => stretches)) {
    parts.push(text.slice(at, start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('\n');
}

/**
 * Whether who wrote a draft on `date` may have read what was said on `earlier`: speeches of one season have what they share from a third.
 * Dates are those of `SpeechMetadata.date`; what is not known speaks against nothing.
 */
function mayHaveBeenRead(earlier: string, date: string): boolean {
  if (earlier === '' || date === '') return true;
  const [year = 0, month] = earlier.split('-').map(Number);
  const [draftYear = 0, draftMonth] = date.split('-').map(Number);
  if (month === undefined || draftMonth === undefined) return year < draftYear;
  return (draftYear - year) * 12 + draftMonth - month > SEASON;
}
