import type { Message } from './message.ts';

/** What hovers and look-ups say. */
export const provenanceMessages = {
  'source.title': { zh: '《{0}》', en: '《{0}》' },
  'source.attributed': { zh: '引自：{0}', en: 'Quoting: {0}' },
  'source.open': { zh: '打开原文', en: 'Open source' },
  'source.gone': {
    zh: '原文已不在语料中，请重建索引。',
    en: 'The source is no longer in the corpus. Rebuild the index.',
  },
  'source.unreadable': { zh: '无法在编辑器中打开：{0}', en: 'Cannot be opened in the editor: {0}' },
  'source.readOnly': {
    zh: '语料只读：这是从标签所示的原文件读出的文字，原文件未动。',
    en: 'The corpus is read-only: this is the text read from the file named on the tab.',
  },
  'hover.counts': { zh: '{0}篇 · {1}次', en: '{0} documents · ×{1}' },
  'hover.single': { zh: '仅见于1篇 · {0}次', en: 'in one document only · ×{0}' },
  'hover.more': { zh: '全部{0}处', en: 'All {0} occurrences' },
  'lookup.title': { zh: '出处：「{0}」 {1}篇 · {2}次', en: 'Sources of “{0}”: {1} documents · {2} times' },
  'lookup.nothingSelected': {
    zh: '请先选中一段文字，或把光标放在语料中有的话上。',
    en: 'Select some text, or put the caret on a phrase of the corpus.',
  },
  'lookup.none': { zh: '语料中无出处：「{0}」', en: 'No source in the corpus: “{0}”' },
  'lookup.noneSimilar': { zh: '语料中无出处：「{0}」。近似说法：', en: 'No source in the corpus: “{0}”. Similar:' },
} as const satisfies Record<string, Message>;
