import { isAllHan } from '../text/charClass.ts';

/** Words that belong to no neighbour more than to another. */
const FUNCTION_WORDS = '的地得和与及或等了着过之中上下里内时将把被在对以为从向由使让是要也都并而于其到给用比按同';

/** A word that says something by itself. */
export function isContent(word: string): boolean {
  return word !== '' && isAllHan(word) && !isFunctionWord(word);
}

export function isFunctionWord(word: string): boolean {
  return isOneOf(FUNCTION_WORDS, word);
}

export function isOneOf(units: string, word: string): boolean {
  return word.length === 1 && units.includes(word);
}
