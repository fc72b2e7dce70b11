import type { Message } from './message.ts';

/** What the status bar and the proportions view say of a draft's length. */
export const lengthMessages = {
  'length.name': { zh: '篇幅', en: 'Length' },
  'length.both': { zh: '{0}字 · {1}', en: '{0} characters · {1}' },
  'length.minutes': { zh: '约{0}分钟', en: 'about {0} min' },
  'length.underAMinute': { zh: '不到1分钟', en: 'under 1 min' },
  'length.selected': { zh: '选中{0}', en: '{0} selected' },
  'length.figures': { zh: '{0} · {1}%', en: '{0} · {1}%' },
  'length.whole': { zh: '全文{0}', en: 'Draft: {0}' },
  'length.asWord': { zh: '字数按 Word、WPS 的算法', en: 'Characters as Word and WPS count them (字数)' },
  'length.asLibreOffice': { zh: '字数按 LibreOffice 的算法', en: 'Characters as LibreOffice counts them (字数)' },
  'length.totals': {
    zh: '字符数：不计空格 {0}，计空格 {1}',
    en: 'All characters: {0} without blanks, {1} with blanks',
  },
  'length.tooltip': {
    zh: '时间按每分钟{0}字；点按查看各部分篇幅',
    en: 'Time at {0} a minute; click for each section’s share',
  },
  'length.noDraft': { zh: '打开一份讲稿，这里显示各部分的篇幅。', en: 'Open a draft to see how long each section is.' },
  'length.noSections': {
    zh: '讲稿里还没有“一、”“（一）”这样的层次。',
    en: 'The draft has no sections yet, such as 一、 or （一）.',
  },
} as const satisfies Record<string, Message>;
