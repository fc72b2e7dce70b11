import type { Message } from './message.ts';

/** What the checking of drafts says. The findings themselves come with their messages. */
export const checkMessages = {
  'check.source': { zh: '讲稿', en: 'Jianggao' },
  'check.addLocalName': { zh: '“{0}”加入本地词表', en: 'Add “{0}” to the local names' },
  'check.fixAll': { zh: '全部规范', en: 'Fix all marks' },
  'check.nothingToFix': { zh: '序号和标点都已规范', en: 'Ordinals and marks are in form' },
} as const satisfies Record<string, Message>;
