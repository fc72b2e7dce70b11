// Decides when a list may open by itself. Pure: works on the text before the caret on its line.

import { minMarkerLikelihood } from '../../core/complete/ranking.ts';
import type { CompletionMode, Suggestion } from '../../core/complete/suggestion.ts';
import { isOfSeries } from './suggestionKinds.ts';

/**
 * The situation in which a list may open: enough typed characters, too few of them, a separator between members («，»), or an empty line.
 * With too few characters and on an empty line only the next member of a series is offered.
 */
export type Invitation = 'typed' | 'short' | 'separator' | 'blank-line';

const han = /\p{Script=Han}/u;
/** A line may be a million characters long; only the end of a run matters. */
const longestRun = 100;
const hanRun = /\p{Script=Han}+$/u;
const separator = /[，、；：]$/u;

/**
 * Whether, and why, a list may open by itself after `before`. In «我们要坚持真抓» because of the typed characters, in «观大势、» because a member may
 * follow; not in «参见《关于真抓», where a title is being written.
 */
export function invitation(before: string, minimumLength: number): Invitation | undefined {
  if (isGuarded(before)) return undefined;
  if (before.trim() === '') return 'blank-line';
  if (separator.test(before)) return 'separator';
  const typed = hanBefore(before);
  if (typed === 0) return undefined;
  return typed >= minimumLength ? 'typed' : 'short';
}

/** Number of Chinese characters right before the caret: for «要坚持，真抓» it is 2. */
export function hanBefore(before: string): number {
  return [...(hanRun.exec(before.slice(-longestRun))?.[0] ?? '')].length;
}

/** Those of `suggestions` that justify a list that opens by itself. */
export function worthShowing(
  suggestions: readonly Suggestion[],
  invited: Invitation,
  mode: CompletionMode,
): readonly Suggestion[] {
  const likely = suggestions.filter(suggestion => isLikely(suggestion, mode) && !isRemark(suggestion));
  if (invited === 'typed' || invited === 'separator') return likely;
  return likely.filter(isOfSeries);
}

/** The service offers markers wherever they are possible; by themselves they are shown only where they are likely. */
export function isLikely({ kind, confidence }: Suggestion, mode: CompletionMode): boolean {
  return kind !== 'series-marker' || confidence >= minMarkerLikelihood[mode];
}

/** Whether a suggestion goes on with brackets: «（全文）», «（草案）», «（掌声）» say something about one document of the corpus. */
export function isRemark(suggestion: Suggestion): boolean {
  return !isOfSeries(suggestion) && suggestion.insertText[suggestion.replaceLength] === '（';
}

/** Whether `before` ends inside «《…» or an address, where nothing is offered. */
export function isGuarded(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》') || /(?:https?:\/\/|www\.)[^\s，。；、]*$/iu.test(before);
}

/** Letters right before the caret: initials typed on purpose, or the uncommitted letters of an input method («我们zhen»). */
export function lettersBefore(before: string): string {
  return /[A-Za-z']+$/.exec(before.slice(-longestRun))?.[0] ?? '';
}

/**
 * Whether a single letter was typed. While an input method composes, its letters replace one another: «z», «zh» for «z», «zhe» for «zh».
 */
export function isTypedLetter(change: { readonly text: string; readonly rangeLength: number }): boolean {
  return change.rangeLength === 0 && /^[a-z']$/.test(change.text);
}

/** The properties of a document change that the gate considers. */
export interface Change {
  readonly text: string;
  /** Number of units it replaced: for a committed composition, the number of its letters. */
  readonly rangeLength: number;
  readonly undoOrRedo: boolean;
  /** Whether the text was offered by the list. */
  readonly accepted: boolean;
}

/** More text than this at once was not typed but pasted or dropped. */
const longestTyped = 20;

/** Whether this change was typed and ends where a list may open. The letters of a composition do not count. */
export function isTyped(change: Change): boolean {
  if (change.undoOrRedo || change.text === '') return false;
  if (change.text.length > longestTyped && !change.accepted) return false;
  if (/^\r?\n[\s　]*$/u.test(change.text)) return true;
  const characters = [...change.text];
  // The editor does not report pastes: several characters at once without a preceding composition are one.
  if (characters.length > 1 && change.rangeLength === 0 && !change.accepted) return false;
  const last = characters.at(-1)!;
  return han.test(last) || separator.test(last);
}
