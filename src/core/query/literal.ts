import { variablePlaces } from './variables.ts';

/** Signs of queries, in either width. Behind a backslash they are literal. */
const OPERATORS = /[~?()\\"～？（）]/g;

/** The query that finds only `text`: for «怎么办？» it is `怎么办\？`. */
export function literalQuery(text: string): string {
  const escaped = text.replace(OPERATORS, '\\$&');
  return variablePlaces(escaped).size === 0 ? escaped : escaped.replace(/[A-D]/g, '\\$&');
}

/**
 * A query typed with an input method, whose marks are full-width: `一？二？` means `一?二?`. Brackets are signs only around a wildcard: «（一）» is
 * text. Behind a backslash marks are literal.
 */
export function typedQuery(query: string): string {
  return query
    .replace(/(?<!\\)～/g, '~')
    .replace(/(?<!\\)？/g, '?')
    .replace(/(?<!\\)（([^（）]*[~?][^（）]*)）/g, '($1)');
}
