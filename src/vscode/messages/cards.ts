import type { Message } from './message.ts';

/** What keeping, showing and inserting cards says. */
export const cardMessages = {
  'card.own': { zh: '用户自建', en: 'own words' },
  'card.untagged': { zh: '未分类', en: 'no tag' },
  'card.count': { zh: '{0}张', en: '{0}' },
  'card.nothingSelected': { zh: '请先选中要加入素材的文字。', en: 'Select the text to keep first.' },
  'card.tags': { zh: '加入素材（1/2）：标签', en: 'Keep as a card (1/2): tags' },
  'card.tagsPlaceholder': {
    zh: '选择或输入标签，多个用空格分开；可以不选，按回车继续',
    en: 'Choose tags or type them, with spaces between; or none, then Enter',
  },
  'card.newTag': { zh: '新标签', en: 'new tag' },
  'card.note': { zh: '加入素材（2/2）：备注', en: 'Keep as a card (2/2): note' },
  'card.notePlaceholder': { zh: '可以不填，按回车保存', en: 'May be empty; Enter keeps the card' },
  'card.added': { zh: '已加入素材，出处《{0}》。', en: 'Kept as a card; its source is 《{0}》.' },
  'card.addedOwn': {
    zh: '已加入素材；语料中没有这段话，标为用户自建。',
    en: 'Kept as a card; the corpus does not have it, so it is marked as your own words.',
  },
  'card.notAdded': { zh: '素材没有存下来：{0}', en: 'The card was not kept: {0}' },
  'card.open': { zh: '打开', en: 'Open' },
  'card.noEditor': { zh: '请先打开要插入素材的讲稿。', en: 'Open the draft to insert the card into first.' },
  'card.noFolder': { zh: '打不开素材文件夹：{0}', en: 'The folder of cards cannot be opened: {0}' },
  'card.notDeleted': { zh: '素材没有删除：{0}', en: 'The card was not deleted: {0}' },
  'card.deleteForGood': {
    zh: '这里没有回收站。彻底删除这张素材？',
    en: 'There is no trash here. Delete this card for good?',
  },
  'card.delete': { zh: '彻底删除', en: 'Delete' },
} as const satisfies Record<string, Message>;
