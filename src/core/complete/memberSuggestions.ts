import type { CorpusIndex } from '../index/corpusIndex.ts';
import { openMembersAt } from '../parallel/openMember.ts';
import type { ReadPlace } from './completionPlace.ts';
import { knownMembers } from './knownMembers.ts';
import { thresholds } from './ranking.ts';
import { sloganItems } from './sloganItems.ts';
import type { Row } from './suggestion.ts';

/** Members of series that are known in the corpus. Without a frame only what is likely enough for the mode. */
export function memberSuggestions(index: CorpusIndex, place: ReadPlace): Row[] {
  const { text, offset, limit, mode, scan, frame } = place;
  if (limit <= 0) return [];
  const items = sloganItems(index, text, offset);
  if (items.length > 0) return items.slice(0, limit).map(item => ({ ...item, suggestion: () => item }));
  for (const open of openMembersAt(text, offset, scan)) {
    const members = knownMembers(index, open, frame?.frame, limit);
    if (frame !== undefined && members.length > 0) return members;
    const following = members.filter(({ confidence }) => confidence > 0);
    const chance = following.reduce((sum, { confidence }) => sum + confidence, 0);
    if (following.length > 0 && chance >= thresholds[mode].hitChance) return following;
  }
  return [];
}
