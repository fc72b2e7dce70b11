import { borrowed } from '../borrow/borrowed.ts';
import { check } from '../check/check.ts';
import { draftLength } from '../length/draftLength.ts';
import { outline } from '../structure/outline.ts';
import { rawOutline } from './rawOutline.ts';
import { seriesAt } from './seriesAt.ts';
import type { ServiceParts } from './serviceParts.ts';
import type { SpeechService } from './speechService.ts';

type DraftRequests = Pick<
  SpeechService,
  'series' | 'seriesAt' | 'check' | 'borrowed' | 'draftLength' | 'outline' | 'sectionModels'
>;

/** The requests that analyse a draft. */
export function draftRequests({ index, drafts, comparisons, models }: ServiceParts): DraftRequests {
  return {
    async series({ text }) {
      return { series: drafts.find(text) };
    },
    async seriesAt({ text, offset }) {
      return seriesAt(index, text, offset, drafts.find(text));
    },
    async check({ text, path, localNames }) {
      return { findings: check(text, comparisons.forDraft(path), localNames) };
    },
    async borrowed({ text, path }) {
      return borrowed(comparisons.forDraft(path), text);
    },
    async draftLength({ text, rule = 'word' }) {
      return draftLength(text, rule);
    },
    async outline({ text, raw = false }) {
      return { sections: raw ? rawOutline(text) : outline(text) };
    },
    async sectionModels(request) {
      return models.find(request);
    },
  };
}
