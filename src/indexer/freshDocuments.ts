import { type SegmentDocument, type UnsplitDocument, withWordBits } from '../core/index/format/storedDocument.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import { textOf } from '../node/utf16.ts';
import type { Turns } from './turns.ts';
import type { UpdateOptions } from './updateOptions.ts';

/** A document, and the file it was read from. */
interface Fresh {
  readonly document: UnsplitDocument;
  readonly path: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
}

/**
 * The documents imported since the last commit. They are split into words all together: then the parts of the dictionary that are
 * used most stay in the processor's cache, whereas the other steps of importing a document drive them out.
 */
export class FreshDocuments {
  readonly #options: Pick<UpdateOptions, 'loadSegmenter' | 'onSplit'>;
  readonly #turns: Turns;
  #segmenter: Segmenter | undefined;
  #waiting: Fresh[] = [];

  constructor(options: Pick<UpdateOptions, 'loadSegmenter' | 'onSplit'>, turns: Turns) {
    this.#options = options;
    this.#turns = turns;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Loads the dictionary with the first document: what comes after import is building. */
  add(fresh: Fresh): void {
    this.#segmenter ??= this.#options.loadSegmenter();
    this.#waiting.push(fresh);
  }

  /** Splits all documents into words and returns them in the order in which they were added; none is kept. */
  async take(): Promise<SegmentDocument[]> {
    const taken: SegmentDocument[] = [];
    const { onSplit } = this.#options;
    for (const { document, path, hash } of this.#waiting.splice(0)) {
      await this.#turns.pass();
      onSplit?.(path, hash);
      taken.push(withWordBits(document, this.#segmenter!.wordStarts(textOf(document.units))));
    }
    return taken;
  }
}
