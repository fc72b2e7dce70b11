import { type Card, type CardContent, type CardStore, cardSource } from '../cards/card.ts';
import { sourceOfText } from '../cards/sourceOfText.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { ServiceError } from './serviceError.ts';

export interface AddCardRequest extends Pick<CardContent, 'text' | 'tags' | 'note'> {
  /** Path or document id of the file in which the text was selected. It is taken as the source where several documents contain the text. */
  readonly from?: string;
}

/**
 * Saves a text as a card, together with its source in the corpus.
 * @throws ServiceError if the text is empty or there is no card folder
 */
export function keepCard(
  index: CorpusIndex,
  cards: CardStore | undefined,
  { text, tags, note, from }: AddCardRequest,
): Card {
  if (cards === undefined) throw new ServiceError('not-available', '没有存放素材的文件夹');
  const kept = text.replace(/\r\n?/g, '\n').trim();
  if (kept === '') throw new ServiceError('bad-request', '素材没有文字');
  const source = sourceOfText(index, kept, from);
  return cards.add({ text: kept, tags, ...(note && { note }), ...(source && { source: cardSource(source) }) });
}
