// What the extension says at run time. `vscode.l10n` is not used: it never loads a bundle for the display language it takes
// to be the default (English), so Chinese source strings would reach English users. Chinese is shown unless the editor is English.

interface Message {
  readonly zh: string;
  readonly en: string;
}

/** `{0}`, `{1}` … stand for the arguments. */
export const messages = {
  // At the right of a row, where there is room for no more.
  'completion.documents': { zh: '{0}篇', en: '{0} docs' },
  'completion.draft': { zh: '本稿', en: 'this draft' },
  'completion.single': { zh: '仅1篇', en: '1 doc' },
  'completion.marker': { zh: '序号', en: 'marker' },
  'completion.slot': { zh: '空槽', en: 'blank' },
  'completion.template': { zh: '结构', en: 'structure' },
  'completion.blank': { zh: '空槽：由你填写，无出处', en: 'A blank to fill in; it has no source' },
  'source.title': { zh: '《{0}》', en: '《{0}》' },
  'source.attributed': { zh: '引自：{0}', en: 'Quoting: {0}' },
  'source.open': { zh: '打开原文', en: 'Open source' },
  'source.gone': {
    zh: '原文已不在语料中，请重建索引。',
    en: 'The source is no longer in the corpus. Rebuild the index.',
  },
  'source.unreadable': { zh: '无法在编辑器中打开：{0}', en: 'Cannot be opened in the editor: {0}' },
  'source.readOnly': {
    zh: '语料只读：这是从标签所示的原文件读出的文字，原文件未动。',
    en: 'The corpus is read-only: this is the text read from the file named on the tab.',
  },
  'hover.counts': { zh: '{0}篇 · {1}次', en: '{0} documents · ×{1}' },
  'hover.single': { zh: '仅见于1篇 · {0}次', en: 'in one document only · ×{0}' },
  'hover.more': { zh: '全部{0}处', en: 'All {0} occurrences' },
  'lookup.title': { zh: '出处：「{0}」 {1}篇 · {2}次', en: 'Sources of “{0}”: {1} documents · {2} times' },
  'lookup.nothingSelected': {
    zh: '请先选中一段文字，或把光标放在语料中有的话上。',
    en: 'Select some text, or put the caret on a phrase of the corpus.',
  },
  'lookup.none': { zh: '语料中无出处：「{0}」', en: 'No source in the corpus: “{0}”' },
  'lookup.noneSimilar': { zh: '语料中无出处：「{0}」。近似说法：', en: 'No source in the corpus: “{0}”. Similar:' },
  'rephrase.several': { zh: '换成：{0}（{1}篇，如《{2}》）', en: 'Say: {0} ({1} documents, as in 《{2}》)' },
  'rephrase.single': { zh: '换成：{0}（仅见于《{1}》）', en: 'Say: {0} (only in 《{1}》)' },
  'template.title': { zh: '插入结构模板', en: 'Insert a structure' },
  'status.ready': { zh: '讲稿 ✓', en: '讲稿 ✓' },
  'status.waiting': { zh: '讲稿', en: '讲稿' },
  'status.off': { zh: '讲稿 已关闭', en: '讲稿 off' },
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
  'status.notHere': { zh: '讲稿 ○', en: '讲稿 ○' },
  'status.failed': { zh: '讲稿 $(warning)', en: '讲稿 $(warning)' },
  'status.paused': { zh: '讲稿 $(debug-pause) 已暂停', en: '讲稿 $(debug-pause) paused' },
  'status.pausedOf': { zh: '讲稿 $(debug-pause) 已暂停 {0}/{1}', en: '讲稿 $(debug-pause) paused {0}/{1}' },
  'status.empty': { zh: '讲稿 无索引', en: '讲稿 no index' },
  'status.indexing': { zh: '$(sync~spin) 索引中', en: '$(sync~spin) indexing' },
  'status.indexingOf': { zh: '$(sync~spin) 索引中 {0}/{1}', en: '$(sync~spin) indexing {0}/{1}' },
  'status.tooltip': { zh: '讲稿助手：点按选择', en: 'Jianggao: click for choices' },
  'status.tooltipScanning': {
    zh: '讲稿助手：正在查找语料文件，点按可停止',
    en: 'Jianggao: finding corpus files; click to stop',
  },
  'status.tooltipReading': {
    zh: '讲稿助手：已读{0}个文件，共{1}个，点按可停止',
    en: 'Jianggao: {0} of {1} files read; click to stop',
  },
  'status.tooltipWriting': {
    zh: '讲稿助手：正在写入索引，点按可停止',
    en: 'Jianggao: writing the index; click to stop',
  },
  'status.tooltipPaused': {
    zh: '讲稿助手：索引已停止，读过的文件不会重读，点按可继续',
    en: 'Jianggao: indexing is stopped, files already read are kept; click to resume',
  },
  'status.tooltipPausedItself': {
    zh: '讲稿助手：索引进程接连出错，已暂停，稍后自动继续；点按可立即继续',
    en: 'Jianggao: the indexer has failed repeatedly; it pauses and goes on by itself; click to resume now',
  },
  'status.tooltipElsewhere': {
    zh: '讲稿助手：另一个窗口正在建立此语料的索引，写好的部分已可使用',
    en: 'Jianggao: another window indexes this corpus; what it has finished is in use here',
  },
  'status.tooltipFailed': {
    zh: '讲稿助手：建立索引失败，点按选择',
    en: 'Jianggao: indexing failed; click for choices',
  },
  'status.tooltipReady': { zh: '讲稿助手：语料{0}篇，{1}字', en: 'Jianggao: {0} documents, {1} characters' },
  'status.tooltipNotHere': {
    zh: '讲稿助手在此类文档中未启用，点按启用',
    en: 'Jianggao is not enabled in this kind of document; click to enable',
  },
  'menu.title': { zh: '讲稿助手', en: 'Jianggao' },
  'menu.turnOff': { zh: '$(circle-slash) 关闭讲稿助手', en: '$(circle-slash) Turn Jianggao off' },
  'menu.turnOn': { zh: '$(check) 开启讲稿助手', en: '$(check) Turn Jianggao on' },
  'menu.enableHere': { zh: '$(check) 在此类文档中启用（{0}）', en: '$(check) Enable in this kind of document ({0})' },
  'menu.disableHere': {
    zh: '$(circle-slash) 在此类文档中停用（{0}）',
    en: '$(circle-slash) Disable in this kind of document ({0})',
  },
  'menu.trigger': { zh: '$(zap) 触发方式：{0}', en: '$(zap) When to suggest: {0}' },
  'menu.ghostOn': { zh: '$(text-size) 灰字续写：开', en: '$(text-size) Grey text: on' },
  'menu.ghostOff': { zh: '$(text-size) 灰字续写：关', en: '$(text-size) Grey text: off' },
  'menu.forget': { zh: '$(discard) 清除学习记录', en: '$(discard) Forget what was accepted and refused' },
  'menu.addFolder': { zh: '$(folder) 选择语料文件夹…', en: '$(folder) Choose a corpus folder…' },
  'menu.reindex': { zh: '$(refresh) 重建索引', en: '$(refresh) Rebuild the index' },
  'menu.stop': { zh: '$(stop-circle) 停止索引', en: '$(stop-circle) Stop indexing' },
  'menu.resume': { zh: '$(debug-continue) 继续索引', en: '$(debug-continue) Resume indexing' },
  'menu.skipped': { zh: '$(warning) 未收录文件（{0}）', en: '$(warning) Skipped files ({0})' },
  'menu.clear': { zh: '$(trash) 清除索引', en: '$(trash) Clear the index' },
  'menu.log': { zh: '$(output) 查看日志', en: '$(output) Show log' },
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
  'skipped.count': { zh: '{0}个', en: '{0}' },
  'skipped.open': { zh: '打开', en: 'Open' },
  'skipped.copied': {
    zh: '此处无法打开文件管理器，路径已复制：{0}',
    en: 'There is no file manager here; the path has been copied: {0}',
  },
  'corpus.pick': { zh: '加入语料', en: 'Add to the corpus' },
  'corpus.indexing': { zh: '正在建立语料索引', en: 'Indexing the corpus' },
  'corpus.done': {
    zh: '索引完成：{0}篇，{1}字，未收录{2}个文件。',
    en: 'Indexed {0} documents, {1} characters; {2} files skipped.',
  },
  'corpus.showSkipped': { zh: '查看未收录文件', en: 'Show skipped files' },
  'corpus.stopped': {
    zh: '索引已停止，读过的文件不会重读。',
    en: 'Indexing is stopped; files already read are kept.',
  },
  'corpus.cleared': {
    zh: '索引已清除，语料原文未动。',
    en: 'The index has been cleared; the corpus files are untouched.',
  },
  'corpus.notCleared': { zh: '索引未能清除：{0}', en: 'The index could not be cleared: {0}' },
  'corpus.failed': { zh: '建立索引失败：{0}', en: 'Indexing failed: {0}' },
  'corpus.nothing': { zh: '尚未选择语料文件夹。', en: 'No corpus folder has been chosen.' },
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
  'log.indexed': {
    zh: '索引：{0}篇，{1}字，{2}段，{3}毫秒，未收录{4}个文件',
    en: 'indexed: {0} documents, {1} characters, {2} segments, {3} ms, {4} files skipped',
  },
  'log.skipped': { zh: '未收录 {0}：{1}', en: 'skipped {0}: {1}' },
  'log.refused': {
    zh: '不采用的语料文件夹（须为本机绝对路径）：{0}',
    en: 'corpus folder not used (must be a local absolute path): {0}',
  },
  'extension.failed': { zh: '讲稿助手启动失败：{0}', en: 'Jianggao failed to start: {0}' },
  'service.failed': { zh: '讲稿助手查询出错：{0}', en: 'Jianggao query failed: {0}' },
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof messages;

/** `format('zh-cn', 'completion.documents', 3)` is «3篇». */
export function format(language: string, key: MessageKey, ...args: readonly (string | number)[]): string {
  const text = messages[key][/^en\b/i.test(language) ? 'en' : 'zh'];
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}

let displayLanguage = 'zh-cn';

/** Called once, at activation, with the display language of the editor. */
export function setDisplayLanguage(language: string): void {
  displayLanguage = language;
}

/** A message in the display language. */
export function t(key: MessageKey, ...args: readonly (string | number)[]): string {
  return format(displayLanguage, key, ...args);
}
