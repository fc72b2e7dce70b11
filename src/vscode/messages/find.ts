import type { Message } from './message.ts';

/** What quick look-up says. */
export const findMessages = {
  'find.title': { zh: '快速查找', en: 'Quick look-up' },
  'find.placeholder': {
    zh: '词句、标题、章节、素材；可用拼音首字母。回车插入，Alt+回车打开原文，Esc 返回',
    en: 'Phrases, titles, sections, cards, or initials of pinyin. Enter inserts, Alt+Enter opens the source, Esc goes back',
  },
  'find.phrase': { zh: '词句', en: 'phrase' },
  'find.card': { zh: '素材', en: 'card' },
  'find.document': { zh: '标题', en: 'title' },
  'find.section': { zh: '章节', en: 'section' },
  'find.text': { zh: '原文', en: 'text' },
  'find.open': { zh: '打开原文（Alt+回车）', en: 'Open the source (Alt+Enter)' },
  'find.nothing': { zh: '语料和素材中都没有：{0}', en: 'Neither in the corpus nor among the cards: {0}' },
} as const satisfies Record<string, Message>;
