// Everything package.json contributes that code refers to: spelled here and nowhere else.
// test/unit/manifest.test.ts holds package.json to this file, in both directions.

export const languageId = 'jianggao';

/** Plain text of the corpus while it is read: laid out like a speech, and no draft. Files are never associated with it. */
export const sourceLanguageId = 'jianggao-source';

/** Languages the extension may work in; `jianggao.languages` chooses among them. */
export const supportedLanguages = ['jianggao', 'plaintext', 'markdown'] as const;
export type SupportedLanguage = (typeof supportedLanguages)[number];

export const commands = {
  suggest: 'jianggao.suggest',
  muteClause: 'jianggao.muteClause',
  acceptToMark: 'jianggao.acceptToMark',
  accepted: 'jianggao.accepted',
  nextRow: 'jianggao.nextRow',
  previousRow: 'jianggao.previousRow',
  forgetLearned: 'jianggao.forgetLearned',
  lookupSelection: 'jianggao.lookupSelection',
  concordance: 'jianggao.concordance',
  concordanceAt: 'jianggao.concordanceAt',
  newSpeech: 'jianggao.newSpeech',
  seeOthers: 'jianggao.seeOthers',
  atPhrase: 'jianggao.atPhrase',
  insertTemplate: 'jianggao.insertTemplate',
  movePartUp: 'jianggao.movePartUp',
  movePartDown: 'jianggao.movePartDown',
  openSample: 'jianggao.openSample',
  rephrase: 'jianggao.rephrase',
  renumber: 'jianggao.renumber',
  promoteItem: 'jianggao.promoteItem',
  demoteItem: 'jianggao.demoteItem',
  moveItemUp: 'jianggao.moveItemUp',
  moveItemDown: 'jianggao.moveItemDown',
  removeItem: 'jianggao.removeItem',
  fixAll: 'jianggao.fixAll',
  startSeries: 'jianggao.startSeries',
  seriesLike: 'jianggao.seriesLike',
  nextPlaceholder: 'jianggao.nextPlaceholder',
  previousPlaceholder: 'jianggao.previousPlaceholder',
  continueList: 'jianggao.continueList',
  leaveList: 'jianggao.leaveList',
  openSource: 'jianggao.openSource',
  showMenu: 'jianggao.showMenu',
  toggle: 'jianggao.toggle',
  chooseTrigger: 'jianggao.chooseTrigger',
  addCorpusFolder: 'jianggao.addCorpusFolder',
  reindex: 'jianggao.reindex',
  clearIndex: 'jianggao.clearIndex',
  stopIndexing: 'jianggao.stopIndexing',
  resumeIndexing: 'jianggao.resumeIndexing',
  retrySkipped: 'jianggao.retrySkipped',
  retrySkippedRow: 'jianggao.retrySkippedRow',
  revealSkipped: 'jianggao.revealSkipped',
  groupCorpus: 'jianggao.groupCorpus',
  moreDocuments: 'jianggao.moreDocuments',
  openDocument: 'jianggao.openDocument',
  describeDocument: 'jianggao.describeDocument',
  excludeDocument: 'jianggao.excludeDocument',
  includeDocument: 'jianggao.includeDocument',
  reindexDocument: 'jianggao.reindexDocument',
  writeSidecar: 'jianggao.writeSidecar',
  revealDocument: 'jianggao.revealDocument',
  addLocalName: 'jianggao.addLocalName',
  showBorrowed: 'jianggao.showBorrowed',
  toggleColours: 'jianggao.toggleColours',
  showLog: 'jianggao.showLog',
  find: 'jianggao.find',
  openFound: 'jianggao.openFound',
  addCard: 'jianggao.addCard',
  insertCard: 'jianggao.insertCard',
  deleteCard: 'jianggao.deleteCard',
  openCardFolder: 'jianggao.openCardFolder',
} as const;

/** Reached only through a key, a row of the list or a link with arguments, so kept out of the command palette. */
export const internalCommands: readonly string[] = [
  commands.muteClause,
  commands.acceptToMark,
  commands.accepted,
  commands.nextRow,
  commands.previousRow,
  commands.movePartUp,
  commands.movePartDown,
  commands.continueList,
  commands.leaveList,
  commands.concordanceAt,
  commands.atPhrase,
  commands.openSource,
  commands.addLocalName,
  commands.moreDocuments,
  commands.openDocument,
  commands.describeDocument,
  commands.excludeDocument,
  commands.includeDocument,
  commands.reindexDocument,
  commands.writeSidecar,
  commands.revealDocument,
  commands.retrySkippedRow,
  commands.revealSkipped,
  commands.openFound,
  commands.insertCard,
  commands.deleteCard,
];

/** What a hover offers to do with its phrase, by the names in `commands`. */
export const phraseActions = ['rephrase', 'addCard'] as const satisfies readonly (keyof typeof commands)[];

/** The panel «语境检索». */
export const concordanceView = 'jianggao.concordance';

/** «序号与层次» in the context menu of a draft. */
export const numberingMenu = 'jianggao.numbering';

/** The icon in the activity bar that holds our views. */
export const viewContainer = 'jianggao';

export const views = {
  /** 语料 */
  corpus: 'jianggao.corpusTree',
  /** 篇幅 */
  proportions: 'jianggao.proportions',
  /** 待填 */
  placeholders: 'jianggao.placeholders',
  /** 素材 */
  cards: 'jianggao.cards',
  /** 未收录文件 */
  skippedFiles: 'jianggao.skippedFiles',
} as const;

/** The editor makes this command for every view: it shows the view. */
export function focusCommand(view: (typeof views)[keyof typeof views]): string {
  return `${view}.focus`;
}

/** What a row of 未收录文件 is, for `viewItem` in menus. */
export const skippedItems = { group: 'skippedGroup', file: 'skippedFile' } as const;

/** What a row of 素材 is. */
export const cardItems = { tag: 'cardTag', card: 'card' } as const;

/** Tools that a language model in the editor may call. */
export const tools = {
  findPhrase: 'jianggao_findPhrase',
  findSeries: 'jianggao_findSeries',
  getSection: 'jianggao_getSection',
} as const;

/** What a row of 语料 is, for `viewItem` in menus. */
export const corpusItems = {
  group: 'corpusGroup',
  document: 'corpusDocument',
  excluded: 'corpusExcluded',
  more: 'corpusMore',
} as const;

/** Kind of the code actions of «换一种说法». */
export const rephraseActionKind = 'refactor.rewrite.jianggao';

/** «出处清单» of a draft, made when it is asked for. */
export const borrowedScheme = 'jianggao-borrowed';

/** «全部规范»; part of the editor's own «Fix All» and of `editor.codeActionsOnSave`. */
export const fixAllActionKind = 'source.fixAll.jianggao';

/** Kind of the code actions that make points of what is selected. */
export const enumerateActionKind = 'refactor.rewrite.numbering';

/** Documents of the corpus that are no text files, shown as the text that was read from them. */
export const renderingScheme = 'jianggao-source';

export const contextKeys = {
  /** Languages in which the extension is at work, empty while it is switched off: `editorLangId in jianggao.languages`. */
  languages: 'jianggao.languages',
  /** 快速查找 is open. */
  finding: 'jianggao.finding',
  /** One of `corpusStates`. */
  corpus: 'jianggao.corpus',
  /** A list has opened by itself where a line break is as likely as its first row: Enter breaks the line, Tab takes the row. */
  enterBreaksLine: 'jianggao.enterBreaksLine',
  /** The parts of a new speech are being chosen: Alt+Up and Alt+Down move them. */
  choosingParts: 'jianggao.choosingParts',
  /** The caret is where Enter may begin the next item of a list, or take an empty marker away. */
  enterContinuesList: 'jianggao.enterContinuesList',
  /** The caret is behind a marker that stands alone on its line and has not just been typed. */
  backspaceLeavesList: 'jianggao.backspaceLeavesList',
} as const;

/** As far as 未收录文件 and the commands tell them apart. */
export const corpusStates = ['waiting', 'indexing', 'paused', 'starter', 'ready', 'empty', 'failed'] as const;

/** 自动, 跟随编辑器, 手动. */
export const triggers = ['auto', 'followEditor', 'manual'] as const;
export const modes = ['eager', 'balanced', 'quiet'] as const;
export const starters = ['whenEmpty', 'always', 'never'] as const;
/** Whose 字数: Word and WPS, LibreOffice. */
export const lengthRules = ['word', 'libreOffice'] as const;
export const segmenters = ['builtin', 'nodejieba'] as const;

export interface Settings {
  'jianggao.enabled': boolean;
  'jianggao.languages': readonly SupportedLanguage[];
  'jianggao.corpus.folders': readonly string[];
  'jianggao.corpus.starter': (typeof starters)[number];
  'jianggao.corpus.segmenter': (typeof segmenters)[number];
  'jianggao.completion.trigger': (typeof triggers)[number];
  'jianggao.completion.mode': (typeof modes)[number];
  'jianggao.completion.minimumLength': number;
  'jianggao.completion.pinyin': boolean;
  'jianggao.ghostText.enabled': boolean;
  'jianggao.hover.enabled': boolean;
  'jianggao.dictionary.file': string;
  'jianggao.speech.rate': number;
  'jianggao.length.rule': (typeof lengthRules)[number];
  'jianggao.cards.folder': string;
  'jianggao.check.enabled': boolean;
  'jianggao.series.decorate': boolean;
  'jianggao.numbering.continueOnEnter': boolean;
  'jianggao.localNames': readonly string[];
  'jianggao.assistantTools.enabled': boolean;
}

export type SettingName = keyof Settings;

/** How package.json describes a setting; `values` are the allowed values of an enumeration or of the items of a list. */
interface SettingShape<T> {
  readonly type: 'boolean' | 'integer' | 'string' | 'array';
  readonly default: T;
  readonly values?: readonly string[];
  readonly scope: 'window' | 'machine' | 'language-overridable';
  readonly minimum?: number;
  readonly maximum?: number;
}

export const settings: { readonly [K in SettingName]: SettingShape<Settings[K]> } = {
  'jianggao.enabled': { type: 'boolean', default: true, scope: 'window' },
  'jianggao.languages': { type: 'array', default: ['jianggao'], values: supportedLanguages, scope: 'window' },
  // Paths are `machine`: a workspace from elsewhere must not be able to point the reader at other folders.
  'jianggao.corpus.folders': { type: 'array', default: [], scope: 'machine' },
  'jianggao.corpus.starter': { type: 'string', default: 'whenEmpty', values: starters, scope: 'machine' },
  'jianggao.corpus.segmenter': { type: 'string', default: 'builtin', values: segmenters, scope: 'machine' },
  'jianggao.completion.trigger': { type: 'string', default: 'auto', values: triggers, scope: 'window' },
  'jianggao.completion.mode': { type: 'string', default: 'balanced', values: modes, scope: 'window' },
  'jianggao.completion.minimumLength': { type: 'integer', default: 2, minimum: 1, maximum: 8, scope: 'window' },
  'jianggao.completion.pinyin': { type: 'boolean', default: false, scope: 'window' },
  'jianggao.ghostText.enabled': { type: 'boolean', default: true, scope: 'window' },
  'jianggao.hover.enabled': { type: 'boolean', default: true, scope: 'window' },
  'jianggao.dictionary.file': { type: 'string', default: '', scope: 'machine' },
  'jianggao.cards.folder': { type: 'string', default: '~/讲稿素材', scope: 'machine' },
  'jianggao.speech.rate': { type: 'integer', default: 180, minimum: 120, maximum: 250, scope: 'window' },
  'jianggao.length.rule': { type: 'string', default: 'word', values: lengthRules, scope: 'window' },
  'jianggao.check.enabled': { type: 'boolean', default: true, scope: 'window' },
  'jianggao.series.decorate': { type: 'boolean', default: false, scope: 'window' },
  'jianggao.numbering.continueOnEnter': { type: 'boolean', default: true, scope: 'language-overridable' },
  'jianggao.localNames': { type: 'array', default: [], scope: 'window' },
  'jianggao.assistantTools.enabled': { type: 'boolean', default: false, scope: 'window' },
};

/** The value a user wrote, or the default where it has not the declared shape: `settings.json` is typed by hand. */
export function checkedSetting<K extends SettingName>(name: K, value: unknown): Settings[K] {
  const shape: SettingShape<Settings[K]> = settings[name];
  switch (shape.type) {
    case 'boolean':
      return typeof value === 'boolean' ? (value as Settings[K]) : shape.default;
    case 'integer':
      return Number.isInteger(value) && isBetween(value as number, shape.minimum ?? 0, shape.maximum)
        ? (value as Settings[K])
        : shape.default;
    case 'string':
      return isAllowed(value, shape.values) ? (value as Settings[K]) : shape.default;
    case 'array':
      // One bad entry costs only itself.
      return Array.isArray(value)
        ? (value.filter(item => isAllowed(item, shape.values)) as unknown as Settings[K])
        : shape.default;
  }
}

function isBetween(value: number, minimum: number, maximum = Number.POSITIVE_INFINITY): boolean {
  return minimum <= value && value <= maximum;
}

function isAllowed(value: unknown, values: readonly string[] | undefined): boolean {
  return typeof value === 'string' && (values === undefined || values.includes(value));
}
