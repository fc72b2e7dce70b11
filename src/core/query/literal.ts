import { variablePlaces } from './variables.ts';

/** What stands for itself only behind a backslash, in whatever width it is typed. */
const OPERATORS = /[~?()\\"～？（）]/g;

/** The query that finds `text` and nothing else: for «怎么办？» it is `怎么办\？`. */
export function literalQuery(text: string): string {
  const escaped = text.replace(OPERATORS, '\\$&');
  return variablePlaces(escaped).size === 0 ? escaped : escaped.replace(/[A-D]/g, '\\$&');
}

/**
 * A query typed with an input method, whose marks are full-width: `一？二？` is meant as `一?二?`. Brackets are meant as such
 * only around a wildcard: «（一）» is text. Behind a backslash marks stand for themselves.
 */
export function typedQuery(query: string): string {
  return query
    .replace(/(?<!\\)～/g, '~')
    .replace(/(?<!\\)？/g, '?')
    .replace(/(?<!\\)（([^（）]*[~?][^（）]*)）/g, '($1)');
}
