/**
 * Splits text into words. Used only to choose where a phrase may begin and end; look-up is by character.
 * `wordStarts` gives the offsets at which words start, ascending, 0 included unless the text is empty;
 * punctuation marks are words of their own.
 */
export interface Segmenter {
  wordStarts(text: string): Uint32Array;
}
