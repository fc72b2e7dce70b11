import type { CompletionMode, Suggestion } from '../../core/complete/suggestion.ts';
import type { SpeechService } from '../../core/service/speechService.ts';

/** The caret in one version of a draft. */
export interface DraftCaret {
  readonly uri: string;
  readonly version: number;
  readonly offset: number;
  readonly text: () => string;
}

/** A list that opens by itself is short, as in the measurements of completion; a requested list fills the space without scrolling. */
const rowLimits: Readonly<Record<CompletionMode, number>> = { eager: 12, balanced: 5, quiet: 5 };

/**
 * Suggestions at the caret, queried once per version: the trigger queries first and opens the list only if it has rows; the provider is
 * then called for the same place and finds the answer here.
 */
export class DraftAnswers {
  readonly #service: SpeechService;
  #key = '';
  #answer: Promise<readonly Suggestion[]> | undefined;

  constructor(service: SpeechService) {
    this.#service = service;
  }

  /** @param pinyin whether letters before the caret spell a phrase */
  at(caret: DraftCaret, mode: CompletionMode, pinyin = false): Promise<readonly Suggestion[]> {
    const key = `${caret.version} ${caret.offset} ${mode} ${pinyin} ${caret.uri}`;
    if (this.#answer === undefined || key !== this.#key) {
      this.#key = key;
      this.#answer = this.#ask(caret, mode, pinyin);
    }
    return this.#answer;
  }

  /** To be called when the corpus has changed. */
  forget(): void {
    this.#answer = undefined;
  }

  async #ask(caret: DraftCaret, mode: CompletionMode, pinyin: boolean): Promise<readonly Suggestion[]> {
    try {
      const result = await this.#service.complete({
        text: caret.text(),
        offset: caret.offset,
        limit: rowLimits[mode],
        mode,
        ...(pinyin && { pinyin }),
      });
      return result.suggestions;
    } catch (error) {
      this.forget(); // the next keystroke, or the same one asked again, may succeed
      throw error;
    }
  }
}
