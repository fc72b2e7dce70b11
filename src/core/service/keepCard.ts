import { type Card, type CardContent, type CardStore, cardSource } from '../cards/card.ts';
import { sourceOfText } from '../cards/sourceOfText.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { ServiceError } from './serviceError.ts';

export interface AddCardRequest extends Pick<CardContent, 'text' | 'tags' | 'note'> {
  /** File or document id that is open where the text was selected: the source, where several documents have the text. */
  readonly from?: string;
}

/** Keeps a text as a card, with the source that the corpus has for it. @throws ServiceError where there is no text or no folder */
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
