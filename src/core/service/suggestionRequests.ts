import { cardSuggestions, withoutRepeats } from '../cards/cardSuggestions.ts';
import { complete } from '../complete/complete.ts';
import type { Learning } from '../complete/learning.ts';
import { openings } from '../complete/openings.ts';
import { completePinyin } from '../complete/pinyinCompletion.ts';
import { sectionCues, sectionOpenings } from '../models/sectionSentences.ts';
import { rephrase } from '../rephrase/rephrase.ts';
import type { ServiceParts } from './serviceParts.ts';
import { similarPhrases } from './similarPhrases.ts';
import type { SpeechService } from './speechService.ts';

type SuggestionRequests = Pick<SpeechService, 'complete' | 'openings' | 'learn' | 'rephrase' | 'similar'>;

const DEFAULT_SUGGESTIONS = 5;
const DEFAULT_SIMILAR = 5;
const DEFAULT_ALTERNATIVES = 8;

/** The requests that offer text to write. */
export function suggestionRequests(parts: ServiceParts, learning: Learning): SuggestionRequests {
  const { index, lexicon, models } = parts;
  return {
    async complete({ text, offset = text.length, limit = DEFAULT_SUGGESTIONS, mode = 'balanced', pinyin = false }) {
      const spelled = pinyin ? completePinyin(index, lexicon, text, offset, limit) : [];
      if (spelled.length > 0) return { suggestions: spelled };
      const fromCards = cardSuggestions(parts.cards, text, offset, mode).slice(0, limit);
      const room = limit - fromCards.length;
      const found = complete(index, { text, offset, limit: room, mode, preference: learning.acceptance });
      return { suggestions: [...found, ...withoutRepeats(fromCards, found)] };
    },
    async openings({ text, offset, cues = false }) {
      const formulas = openings(index, text, offset);
      const found = formulas.length > 0 ? formulas : sectionOpenings(models, text, offset);
      return { suggestions: cues ? [...found, ...sectionCues(models, text, offset)] : found };
    },
    async learn(request) {
      return learning.learn(request);
    },
    async rephrase({ text, start, end, limit = DEFAULT_ALTERNATIVES }) {
      return rephrase(parts, text, { start, end }, limit);
    },
    async similar({ phrase, limit = DEFAULT_SIMILAR }) {
      return { phrases: similarPhrases(lexicon, phrase, limit) };
    },
  };
}
