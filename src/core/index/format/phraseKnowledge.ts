/** What is known about phrases from other sources than the corpus. It is asked for while a segment is built, never by a query. */
export interface PhraseKnowledge {
  /** Idioms and set phrases of the dictionary (成语, 习用语), of four characters and more. */
  readonly idioms: ReadonlySet<string>;
  /** A phrase in pinyin, as `lexicon/reading.ts` writes it; '' if it cannot be typed so. */
  reading(phrase: string): string;
}

/** For building without it: no phrase is known as an idiom, and none is found by pinyin. */
export const noPhraseKnowledge: PhraseKnowledge = { idioms: new Set(), reading: () => '' };
