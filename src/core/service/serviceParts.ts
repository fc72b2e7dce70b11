import { Comparisons } from '../borrow/comparisons.ts';
import type { Card, CardStore } from '../cards/card.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { SectionModels } from '../models/sectionModels.ts';
import { IncrementalSeries } from '../parallel/incrementalSeries.ts';
import { SourceFinder } from '../phrase/phraseSources.ts';

/** What requests of several kinds use, made once for each open index. */
export class ServiceParts {
  readonly index: CorpusIndex;
  readonly cardStore: CardStore | undefined;
  readonly lexicon: PhraseLexicon;
  readonly models: SectionModels;
  readonly sources: SourceFinder;
  readonly comparisons: Comparisons;
  /** The open draft is analysed at every pause. Its paragraphs are remembered, so that only changed ones are analysed again. */
  readonly drafts = new IncrementalSeries();

  constructor(index: CorpusIndex, cardStore: CardStore | undefined) {
    this.index = index;
    this.cardStore = cardStore;
    this.lexicon = new PhraseLexicon(index);
    this.models = new SectionModels(index);
    this.sources = new SourceFinder(index);
    this.comparisons = new Comparisons(index);
  }

  /** The user's cards as they were last read. */
  get cards(): readonly Card[] {
    return this.cardStore?.cards ?? [];
  }
}
