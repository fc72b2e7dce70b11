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
  'series.members': { zh: '排比 {0} 项', en: 'Series of {0}' },
  'series.items': { zh: '{0} 项', en: '{0} items' },
  'series.inDraft': { zh: '本稿', en: 'this draft' },
  'series.expand': { zh: '展开 {0}（{1}）', en: 'Write {0} out ({1})' },
  'series.collapse': { zh: '收起为 {0}（《{1}》）', en: 'Sum up as {0} (《{1}》)' },
  'lookup.title': { zh: '出处：「{0}」 {1}篇 · {2}次', en: 'Sources of “{0}”: {1} documents · {2} times' },
  'lookup.nothingSelected': {
    zh: '请先选中一段文字，或把光标放在语料中有的话上。',
    en: 'Select some text, or put the caret on a phrase of the corpus.',
  },
  'lookup.none': { zh: '语料中无出处：「{0}」', en: 'No source in the corpus: “{0}”' },
  'lookup.noneSimilar': { zh: '语料中无出处：「{0}」。近似说法：', en: 'No source in the corpus: “{0}”. Similar:' },
  'borrowed.fileName': { zh: '出处清单 {0}', en: 'Sources of {0}' },
  'borrowed.title': { zh: '出处清单　{0}', en: 'What {0} has in common with the corpus' },
  'borrowed.overlap': {
    zh: '全文与语料逐字相同（连续8字以上）：{0}',
    en: 'Word for word in the corpus (8 characters or more in a row): {0}',
  },
  'borrowed.keys': {
    zh: '光标放在一行上按F12：在破折号行打开原文，在其余行回到草稿',
    en: 'F12 on a line opens the source (lines with a dash) or goes to the draft (the others)',
  },
  'borrowed.none': { zh: '没有连续8字以上与语料相同。', en: 'Nothing of 8 characters or more stands in the corpus.' },
  'borrowed.paragraph': { zh: '第{0}段　重合{1}　{2}', en: 'Paragraph {0}　{1}　{2}' },
  'borrowed.single': { zh: '仅此1篇', en: 'in this one only' },
  'colours.name': { zh: '花脸稿', en: 'Colours of origin' },
  'colours.status': { zh: '花脸稿 借用{0}%', en: 'Borrowed {0}%' },
  'colours.tooltip': {
    zh: '黄：语料中有；蓝：从列表或灰字接受；无色：自己写的。点按关闭。只是显示，不进入文稿和导出。',
    en: 'Yellow: in the corpus; blue: accepted from the list or the grey text; none: your own. Click to turn off. Shown only, never part of the draft or an export.',
  },
} as const satisfies Record<string, Message>;
