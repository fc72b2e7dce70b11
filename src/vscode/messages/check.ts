import type { Message } from './message.ts';

/** What the checking of drafts says. The findings themselves come with their messages. */
export const checkMessages = {
  'check.source': { zh: '讲稿', en: 'Jianggao' },
} as const satisfies Record<string, Message>;
