import type { Message } from './message.ts';

/** What the list, ghost text and their switch say. */
export const suggestMessages = {
  // At the right of a row, where there is room for no more.
  'completion.documents': { zh: '{0}篇', en: '{0} docs' },
  'completion.draft': { zh: '本稿', en: 'this draft' },
  'completion.card': { zh: '素材', en: 'card' },
  'completion.single': { zh: '仅1篇', en: '1 doc' },
  'completion.marker': { zh: '序号', en: 'marker' },
  'completion.slot': { zh: '空槽', en: 'blank' },
  'completion.template': { zh: '结构', en: 'structure' },
  'completion.blank': { zh: '空槽：由你填写，无出处', en: 'A blank to fill in; it has no source' },
  'rephrase.several': { zh: '换成：{0}（{1}篇，如《{2}》）', en: 'Say: {0} ({1} documents, as in 《{2}》)' },
  'rephrase.single': { zh: '换成：{0}（仅见于《{1}》）', en: 'Say: {0} (only in 《{1}》)' },
  'switch.name': { zh: '讲稿提示开关', en: 'Jianggao suggestions' },
  'switch.on': { zh: '$(lightbulb) 提示', en: '$(lightbulb) Suggesting' },
  'switch.off': { zh: '$(circle-slash) 提示已关', en: '$(circle-slash) Suggesting is off' },
  'switch.tooltipOn': {
    zh: '提示列表、灰字续写和悬停出处都开着，点按全部关闭',
    en: 'List, grey text and hover are on; click to turn all of them off',
  },
  'switch.tooltipOff': {
    zh: '提示列表、灰字续写和悬停出处都关着，点按重新开启',
    en: 'List, grey text and hover are off; click to turn them on again',
  },
  'trigger.auto': { zh: '自动', en: 'automatic' },
  'trigger.followEditor': { zh: '跟随编辑器', en: 'follow the editor' },
  'trigger.manual': { zh: '手动', en: 'manual' },
  'trigger.autoDetail': {
    zh: '输入汉字后，有把握时弹出',
    en: 'After a Chinese character, when there is something to offer',
  },
  'trigger.followEditorDetail': {
    zh: '同上，但编辑器关闭了快速建议时不弹出',
    en: 'The same, unless quick suggestions are off in the editor',
  },
  'trigger.manualDetail': { zh: '只在按下补全键时弹出', en: 'Only when asked by key' },
  'learning.forgotten': {
    zh: '学习记录已清除。',
    en: 'What was accepted and refused has been forgotten.',
  },
  'learning.notForgotten': { zh: '学习记录未能清除：{0}', en: 'What was accepted and refused could not be wiped: {0}' },
  'learning.backup-used': {
    zh: '学习记录文件已损坏，改用上一份备份。最近一次记下的采用情况可能丢失。',
    en: 'The record of accepted suggestions was damaged; its backup is in use. The latest counts may be lost.',
  },
  'learning.lost': {
    zh: '学习记录文件及其备份都已损坏，从头记起。讲稿和语料不受影响。',
    en: 'The record of accepted suggestions and its backup were damaged; counting starts anew. Drafts and corpus are not affected.',
  },
} as const satisfies Record<string, Message>;
