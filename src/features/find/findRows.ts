// Search results as rows of a list. Pure: data in, texts out.

import type { Found } from '../../core/find/found.ts';
import { t } from '../../vscode/messages.ts';
import { shortLine } from '../../vscode/shorten.ts';
import { sourceLine } from '../provenance/provenanceText.ts';

export interface FoundRow {
  readonly label: string;
  /** «词句 · 3篇», «章节 · 《在推进会上的讲话》»: the editor hides headings while a list is filtered. */
  readonly description: string;
}

const longestLabel = 48;

export function foundRow(found: Found): FoundRow {
  const parts = [t(`find.${found.kind}`), detailOf(found)].filter(part => part !== '');
  return { label: shortLine(found.text, longestLabel), description: parts.join(' · ') };
}

function detailOf({ kind, documents = 0, provenance }: Found): string {
  const { title, speaker, date } = provenance;
  switch (kind) {
    case 'phrase':
      return documents === 1
        ? `${t('completion.single')} ${t('source.title', title)}`
        : t('completion.documents', documents);
    case 'document':
      return [speaker, date].filter(part => part !== undefined).join(' · ');
    case 'section':
      return t('source.title', title);
    case 'card':
    case 'text':
      return sourceLine(provenance);
  }
}
