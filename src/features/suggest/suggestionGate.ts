// When a list may open by itself. Pure: works on the text before the caret on its line.

import { minMarkerLikelihood } from '../../core/complete/ranking.ts';
import type { CompletionMode, Suggestion } from '../../core/complete/suggestion.ts';
import { isOfSeries } from './suggestionKinds.ts';

/**
 * What invites a list: typed characters, or too few of them, a separator between members («，»), or a line on which nothing is
 * written yet. Too few characters and a blank line are enough for the next member of a series only.
 */
export type Invitation = 'typed' | 'short' | 'separator' | 'blank-line';

const han = /\p{Script=Han}/u;
/** A line may be a million characters long; what a run at its end is good for shows in its last ones. */
const longestRun = 100;
const hanRun = /\p{Script=Han}+$/u;
const separator = /[，、；：]$/u;

/**
 * May a list open by itself after `before`? In «我们要坚持真抓» because something is typed, in «观大势、» because a member may
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

/** Of `suggestions`, those that are worth a list that opens by itself. */
export function worthShowing(
  suggestions: readonly Suggestion[],
  invited: Invitation,
  mode: CompletionMode,
): readonly Suggestion[] {
  const likely = suggestions.filter(suggestion => isLikely(suggestion, mode));
  if (invited === 'typed' || invited === 'separator') return likely;
  return likely.filter(isOfSeries);
}

/** Markers are answered wherever they may stand; of themselves they show only where they are likely. */
export function isLikely({ kind, confidence }: Suggestion, mode: CompletionMode): boolean {
  return kind !== 'series-marker' || confidence >= minMarkerLikelihood[mode];
}

/** Inside «《…» or an address nothing is ever offered. */
export function isGuarded(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》') || /(?:https?:\/\/|www\.)[^\s，。；、]*$/iu.test(before);
}

/** Letters right before the caret: initials typed on purpose, or the pre-edit text of an input method («我们zhen»). */
export function lettersBefore(before: string): string {
  return /[A-Za-z']+$/.exec(before.slice(-longestRun))?.[0] ?? '';
}

/** A letter typed by itself. While an input method composes, its letters replace one another: «z», «zh» for «z», «zhe» for «zh». */
export function isTypedLetter(change: { readonly text: string; readonly rangeLength: number }): boolean {
  return change.rangeLength === 0 && /^[a-z']$/.test(change.text);
}

/** A change of a document as far as the gate looks at it. */
export interface Change {
  readonly text: string;
  /** Units it took the place of: of a commit, the letters of its composition. */
  readonly rangeLength: number;
  readonly undoOrRedo: boolean;
  /** The text is one the list itself offered. */
  readonly accepted: boolean;
}

/** More than this at once was not typed: a paste, or a drop. */
const longestTyped = 20;

/** Was this change typed, and does it end where a list may open? The letters of a composition do not. */
export function isTyped(change: Change): boolean {
  if (change.undoOrRedo || change.text === '') return false;
  if (change.text.length > longestTyped && !change.accepted) return false;
  if (/^\r?\n[\s　]*$/u.test(change.text)) return true;
  const characters = [...change.text];
  // The editor says nothing of pastes. Several characters at once that no composition has led up to are one.
  if (characters.length > 1 && change.rangeLength === 0 && !change.accepted) return false;
  const last = characters.at(-1)!;
  return han.test(last) || separator.test(last);
}
