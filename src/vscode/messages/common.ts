import type { Message } from './message.ts';

/** What any part may have to say. */
export const commonMessages = {
  'extension.failed': { zh: '讲稿助手启动失败：{0}', en: 'Jianggao failed to start: {0}' },
  'reveal.copied': {
    zh: '此处无法打开文件管理器，路径已复制：{0}',
    en: 'There is no file manager here; the path has been copied: {0}',
  },
  'sample.failed': { zh: '打不开示例草稿：{0}', en: 'The sample draft cannot be opened: {0}' },
  'service.failed': { zh: '讲稿助手查询出错：{0}', en: 'Jianggao query failed: {0}' },
} as const satisfies Record<string, Message>;
