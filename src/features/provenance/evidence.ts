// Sources as hover and completion show them. Pure: data in, blocks of Markdown out.

import type { Suggestion } from '../../core/complete/suggestion.ts';
import type { KwicLine, Provenance } from '../../core/document/provenance.ts';
import type { LookupResult } from '../../core/service/speechService.ts';
import { parseSnippet } from '../../core/template/snippet.ts';
import { commands } from '../../manifest.ts';
import type { Block, CommandLink, Inline } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';
import type { Template } from '../structure/templateText.ts';
import { cropContext, sourceLine } from './provenanceText.ts';

/** Context on each side of a match, in UTF-16 units: two lines of the narrow pane beside the list. */
const paneContextWidth = 12;

/** Of longer phrases only the beginning is shown. */
const longestPhrase = 60;

/** The phrase, how often it occurs, and its best sources. */
export function sourceBlocks(found: LookupResult, width = paneContextWidth): Block[] {
  const counts =
    found.documents === 1
      ? t('hover.single', found.occurrences)
      : t('hover.counts', found.documents, found.occurrences);
  return [{ lines: [[{ strong: crop(found.phrase) }, '　', counts]] }, ...found.hits.map(hit => hitBlock(hit, width))];
}

/** The evidence for a suggestion that needs no look-up. */
export function suggestionBlocks(suggestion: Suggestion): Block[] {
  const { provenance } = suggestion;
  if (provenance === undefined) return [{ lines: [[withoutSource(suggestion.kind)]] }];
  const counts = suggestion.kind === 'card' ? t('completion.card') : t('completion.documents', suggestion.documents);
  return [{ lines: [[{ strong: crop(suggestion.insertText) }, '　', counts]] }, { lines: sourceLines(provenance) }];
}

function withoutSource(kind: Suggestion['kind']): string {
  if (kind === 'draft') return t('completion.draft');
  return t(kind === 'series-slot' ? 'completion.blank' : 'completion.marker');
}

export function templateBlocks(template: Template): Block[] {
  const preview = parseSnippet(template.body).text.split('\n');
  return [
    { lines: [[{ strong: template.head }, `　${template.description}`]] },
    { quote: true, lines: preview.map(line => [line]) },
  ];
}

export function hitBlock(hit: KwicLine, width: number): Block {
  const { before, match, after } = cropContext(hit, width);
  const mark = hit.isCard === true ? `${t('completion.card')} ` : '';
  return { quote: true, lines: [[before, { strong: crop(match) }, after], ...sourceLines(hit, mark)] };
}

/** @param mark kind of the source, where it is not obvious */
export function sourceLines(provenance: Provenance, mark = ''): Inline[][] {
  const open: CommandLink = {
    label: t('source.open'),
    command: commands.openSource,
    arguments: [provenance.documentId, provenance.start, provenance.end],
  };
  const quoted = provenance.attributedTo === undefined ? [] : [`　${t('source.attributed', provenance.attributedTo)}`];
  return [[`—— ${mark}${sourceLine(provenance)}`, ...quoted, '　', open]];
}

export function crop(text: string): string {
  return shorten(text, longestPhrase);
}
