// Texts shown at run time. `vscode.l10n` is not used: it never loads a bundle for the display language that it takes as the default
// (English), so Chinese source strings would reach English users. Chinese is shown unless the editor's language is English.

import { cardMessages } from './messages/cards.ts';
import { checkMessages } from './messages/check.ts';
import { commonMessages } from './messages/common.ts';
import { concordanceMessages } from './messages/concordance.ts';
import { corpusMessages } from './messages/corpus.ts';
import { findMessages } from './messages/find.ts';
import { lengthMessages } from './messages/length.ts';
import type { Message } from './messages/message.ts';
import { provenanceMessages } from './messages/provenance.ts';
import { structureMessages } from './messages/structure.ts';
import { suggestMessages } from './messages/suggest.ts';
import { englishOf } from './messages/translate.ts';

export const messages = {
  ...suggestMessages,
  ...corpusMessages,
  ...provenanceMessages,
  ...structureMessages,
  ...checkMessages,
  ...lengthMessages,
  ...cardMessages,
  ...concordanceMessages,
  ...findMessages,
  ...commonMessages,
} as const;

export type MessageKey = keyof typeof messages;

/** `format('zh-cn', 'completion.documents', 3)` is «3篇». */
export function format(language: string, key: MessageKey, ...args: readonly (string | number)[]): string {
  const text = messages[key][isEnglish(language) ? 'en' : 'zh'];
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}

let displayLanguage = 'zh-cn';

/** Called once, at activation, with the display language of the editor. */
export function setDisplayLanguage(language: string): void {
  displayLanguage = language;
}

/** A message in the display language. */
export function t(key: MessageKey, ...args: readonly (string | number)[]): string {
  return format(displayLanguage, key, ...args);
}

/** A Chinese text from core, indexer or worker, in the display language. */
export function inDisplayLanguage(text: string): string {
  return isEnglish(displayLanguage) ? englishOf(text) : text;
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}

/** A text from a data file, in the display language. */
export function localized({ zh, en }: Message): string {
  return isEnglish(displayLanguage) ? en : zh;
}
