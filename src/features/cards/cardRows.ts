// Cards as the tree shows them. Pure: data in, rows out.

import type { Card } from '../../core/cards/card.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';

export interface TagRow {
  readonly kind: 'tag';
  /** `undefined` for the cards without a tag. */
  readonly tag: string | undefined;
  readonly label: string;
  readonly cards: readonly CardRow[];
}

export interface CardRow {
  readonly kind: 'card';
  readonly card: Card;
  /** The tag this row is listed under: a card with two tags has two rows. */
  readonly tag: string | undefined;
  readonly label: string;
  /** «《在推进会上的讲话》 · 2024-03» or «用户自建». */
  readonly source: string;
}

const longestLabel = 40;

/** A row for each tag in the order of the language, and a last one for the cards without tags; the latest cards come first. */
export function groupCards(cards: readonly Card[]): TagRow[] {
  const tags = [...new Set(cards.flatMap(card => card.tags))].sort((a, b) => a.localeCompare(b, 'zh'));
  const untagged = cards.filter(card => card.tags.length === 0);
  const rows = tags.map(tag =>
    tagRow(
      tag,
      cards.filter(card => card.tags.includes(tag)),
    ),
  );
  return untagged.length > 0 ? [...rows, tagRow(undefined, untagged)] : rows;
}

/** All tags in use, most frequent first. */
export function knownTags(cards: readonly Card[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of cards.flatMap(card => card.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh')).map(([tag]) => tag);
}

/** Where a card comes from, in a few words. */
export function cardSourceText({ source }: Card): string {
  if (source === undefined) return t('card.own');
  return [t('source.title', source.title), source.speaker, source.date].filter(part => part !== undefined).join(' · ');
}

function tagRow(tag: string | undefined, cards: readonly Card[]): TagRow {
  const latestFirst = cards.toSorted((a, b) => (b.kept ?? '').localeCompare(a.kept ?? ''));
  return {
    kind: 'tag',
    tag,
    label: tag ?? t('card.untagged'),
    cards: latestFirst.map(card => ({
      kind: 'card',
      card,
      tag,
      label: shorten(card.text.split('\n', 1)[0]!, longestLabel),
      source: cardSourceText(card),
    })),
  };
}
