// What can be seen of some words of a draft by their marks and a few joining words.

import { isOneOf } from '../phrase/functionWords.ts';
import { isClauseEnd, isClosing, isOpening } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** Up to this length a term also counts as one within a longer compound: «生态环境整治|力度». */
export const MAX_TERM = 6;
/** Between the items of a list, or behind them. */
const LISTING = ['等', '和', '与', '及'];
/** What begins with one of them and stands before a comma, or ends in one of those, says when, where or by what. */
const AFTERWARDS = '后时前中代年月日';
const ADVERBIAL = ['在', '当', '随着', '为了', '根据', '按照', '围绕', '通过', '关于', '对于', '为'];

/** «在通信方面，», «三中全会后，»: a clause is yet to come. */
export function isAdverbial(text: string, { start, end }: Span): boolean {
  if (text[end] !== '，' || hasMarks(text.slice(start, end))) return false;
  return AFTERWARDS.includes(text[end - 1]!) || ADVERBIAL.some(word => text.startsWith(word, start));
}

/**
 * Whether it is some items of a longer list, or one with what is said of all: «监察、|审计、工商|、质监», «物流、|咨询等服务业», «信任和|满意的政府», «改造老旧小区14个|、管网224公里».
 */
export function isPartOfList(text: string, { start, end }: Span): boolean {
  const phrase = text.slice(start, end);
  const before = text[start - 1] ?? '';
  const isSeveral = hasMarks(phrase);
  if (before === '、' && (isSeveral || LISTING.some(word => phrase.includes(word)))) return true;
  if (isOneOf('、和与及', before) && phrase.includes('的')) return true;
  return text[end] === '、' && (isSeveral || (before !== '、' && phrase.length > MAX_TERM));
}

/** «《人民日报》», «“三个清单”» */
export function isEnclosed(phrase: string): boolean {
  const marks = Array.from(phrase).filter(unit => isOpening(unit) || isClosing(unit));
  return marks.length === 2 && isOpening(phrase[0]!) && isClosing(phrase.at(-1)!) && !hasMarks(phrase);
}

/** Whether the words stand between quotation marks and are no sentence: then the writer means them as a name. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  return isOpening(text[start - 1] ?? '') && isClosing(text[end] ?? '') && !hasMarks(text.slice(start, end));
}

export function hasMarks(phrase: string): boolean {
  return Array.from(phrase).some(isClauseEnd);
}
