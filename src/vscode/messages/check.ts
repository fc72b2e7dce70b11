import type { Message } from './message.ts';

/** What the checking of drafts says. The findings themselves come with their messages. */
export const checkMessages = {
  'check.source': { zh: '讲稿', en: 'Jianggao' },
  'check.addLocalName': { zh: '「{0}」加入本地词表', en: 'Add “{0}” to the local names' },
} as const satisfies Record<string, Message>;
