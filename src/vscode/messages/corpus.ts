import type { Message } from './message.ts';

/** What indexing, the status bar and the views of the corpus say. */
export const corpusMessages = {
  'status.ready': { zh: '讲稿 ✓', en: '讲稿 ✓' },
  'status.waiting': { zh: '讲稿', en: '讲稿' },
  'status.off': { zh: '讲稿 已关闭', en: '讲稿 off' },
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
  'log.indexed': {
    zh: '索引：{0}篇，{1}字，{2}段，{3}毫秒，未收录{4}个文件',
    en: 'indexed: {0} documents, {1} characters, {2} segments, {3} ms, {4} files skipped',
  },
  'log.skipped': { zh: '未收录 {0}：{1}', en: 'skipped {0}: {1}' },
  'log.refused': {
    zh: '不采用的语料文件夹（须为本机绝对路径）：{0}',
    en: 'corpus folder not used (must be a local absolute path): {0}',
  },
} as const satisfies Record<string, Message>;
