import type { Message } from './message.ts';

/** What templates and the outline say. */
export const structureMessages = {
  'template.title': { zh: '插入结构模板', en: 'Insert a structure' },
  'template.command': { zh: '插入结构模板', en: 'Insert a structure' },
  'newSpeech.command': { zh: '新建讲话稿…', en: 'New speech…' },
  'newSpeech.title': { zh: '新建讲话稿：{0}', en: 'New speech: {0}' },
  'newSpeech.occasion': { zh: '什么场合？可输入中文或首字母', en: 'Which occasion? Type Chinese or initials' },
  'newSpeech.prompt': {
    zh: '{0}（回车继续；留空则在稿中留作填空）',
    en: '{0} (Enter goes on; empty leaves a blank in the draft)',
  },
  'newSpeech.example': { zh: '例如：{0}', en: 'for example {0}' },
  'newSpeech.parts': {
    zh: '保留哪些部分？空格勾选，Alt+↑ Alt+↓ 调整先后，回车生成',
    en: 'Which parts? Space ticks, Alt+Up and Alt+Down move, Enter makes the draft',
  },
  'newSpeech.up': { zh: '上移（Alt+↑）', en: 'Move up (Alt+Up)' },
  'newSpeech.down': { zh: '下移（Alt+↓）', en: 'Move down (Alt+Down)' },
  'numbering.action': { zh: '重新编号', en: 'Renumber' },
  'numbering.right': { zh: '序号已经连续', en: 'The numbers run on already' },
  'numbering.renumbered': { zh: '改了 {0} 处序号', en: '{0} numbers changed' },
  'numbering.no-item': { zh: '光标不在带序号的条目里', en: 'The caret is in no numbered item' },
  'numbering.no-sibling': { zh: '前后没有同级的条目', en: 'There is no item of the same level there' },
  'numbering.no-level': { zh: '没有再高或再低的层次', en: 'There is no level above or below' },
  'numbering.run-in': { zh: '句中的条目没有层次可升降', en: 'Items inside a sentence have no level' },
  'placeholders.title': { zh: '讲稿待填', en: 'To fill in' },
  'placeholders.count': { zh: '待填 {0}', en: '{0} to fill in' },
  'placeholders.tooltip': {
    zh: '还没有填写的地方，点击查看',
    en: 'Places that are still to be filled in; click to see them',
  },
  'placeholders.none': { zh: '没有待填的地方', en: 'Nothing left to fill in' },
  'placeholders.noDraft': { zh: '没有打开讲稿', en: 'No draft is open' },
  'placeholders.line': { zh: '第{0}行', en: 'line {0}' },
  'placeholders.open': { zh: '前往', en: 'Go there' },
} as const satisfies Record<string, Message>;
