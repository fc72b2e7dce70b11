import type { Message } from './message.ts';

/** What templates and the outline say. */
export const structureMessages = {
  'template.title': { zh: '插入结构模板', en: 'Insert a structure' },
} as const satisfies Record<string, Message>;
