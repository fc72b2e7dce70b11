// Every way text comes before the caret, for list and ghost text, in every language the extension may work in.

import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilGhost, untilOffered, wakeGhostText, withSetting } from './extension.ts';
import { closeDrafts, type DraftLanguage, never, openDraft, until, untilDraft } from './support.ts';

const phrase = '功夫下在河里';
const continuation = '，口碑立在岸上';

/** Nothing is to be shown. */
const nothing = '';

interface Row {
  readonly action: string;
  /** The draft before it, with the caret. */
  readonly draft: string;
  readonly act: () => Promise<unknown>;
  /** The draft after it. */
  readonly expected: string;
  /** A row of the list that opens. */
  readonly list: string;
  readonly ghost: string;
}

const paste = async (text: string) => {
  await vscode.env.clipboard.writeText(text);
  await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
};
const composing = { list: nothing, ghost: nothing };
const listed = { list: phrase, ghost: nothing };
const ghosted = { list: nothing, ghost: continuation };
const ime = (text: string, pinyin: string) => () => driver.ime(text, pinyin);

const rows: readonly Row[] = [
  { action: 'composing', draft: '会上说功｜', act: () => driver.compose('fu'), expected: '会上说功fu｜', ...composing },
  {
    action: 'composing the end of a phrase',
    draft: '会上说功夫下在河｜',
    act: () => driver.compose('li'),
    expected: '会上说功夫下在河li｜',
    ...composing,
  },
  { action: 'a commit', draft: '会上说功｜', act: ime('夫', 'fu'), expected: '会上说功夫｜', ...listed },
  {
    action: 'a commit that ends a phrase',
    draft: '会上说功夫下在河｜',
    act: ime('里', 'li'),
    expected: '会上说功夫下在河里｜',
    ...ghosted,
  },
  {
    action: 'a character without pre-edit',
    draft: '会上说功｜',
    act: () => driver.insertText('夫'),
    expected: '会上说功夫｜',
    ...listed,
  },
  {
    action: 'a character without pre-edit that ends a phrase',
    draft: '会上说功夫下在河｜',
    act: () => driver.insertText('里'),
    expected: '会上说功夫下在河里｜',
    ...ghosted,
  },
  {
    action: 'a paste',
    draft: '会上说｜',
    act: () => paste('功夫'),
    expected: '会上说功夫｜',
    list: nothing,
    ghost: nothing,
  },
  {
    action: 'a paste that ends a phrase',
    draft: '会上说功夫下｜',
    act: () => paste('在河里'),
    expected: '会上说功夫下在河里｜',
    list: nothing,
    ghost: nothing,
  },
  {
    action: 'typing in the middle of a run',
    draft: '会上说功｜踏实做事。',
    act: ime('夫', 'fu'),
    expected: '会上说功夫｜踏实做事。',
    ...listed,
  },
  {
    action: 'a phrase that ends in the middle of a run',
    draft: '会上说功夫下在河｜踏实做事。',
    act: ime('里', 'li'),
    expected: '会上说功夫下在河里｜踏实做事。',
    list: '功夫下在河里，口碑立在岸上',
    ghost: nothing, // what comes next is written already
  },
  { action: 'typing before «。»', draft: '会上说功｜。', act: ime('夫', 'fu'), expected: '会上说功夫｜。', ...listed },
  {
    action: 'a phrase that ends before «。»',
    draft: '会上说功夫下在河｜。',
    act: ime('里', 'li'),
    expected: '会上说功夫下在河里｜。',
    ...ghosted,
  },
  { action: 'typing after «，»', draft: '听好了，功｜', act: ime('夫', 'fu'), expected: '听好了，功夫｜', ...listed },
  {
    action: 'a phrase after «，»',
    draft: '听好了，功夫下在河｜',
    act: ime('里', 'li'),
    expected: '听好了，功夫下在河里｜',
    list: nothing,
    ghost: `${continuation}。`, // the sentence ends there in four sources of five
  },
  { action: 'typing after «2024年»', draft: '2024年功｜', act: ime('夫', 'fu'), expected: '2024年功夫｜', ...listed },
  {
    action: 'a phrase after «2024年»',
    draft: '2024年功夫下在河｜',
    act: ime('里', 'li'),
    expected: '2024年功夫下在河里｜',
    ...ghosted,
  },
  {
    action: 'typing «，» itself',
    draft: '会上说功夫下在河里｜',
    act: ime('，', ','),
    expected: '会上说功夫下在河里，｜',
    list: '口碑立在岸上',
    ghost: nothing, // several things may follow a mark: the list's
  },
];

describe('what opens by itself', () => {
  let restore: () => Promise<void>;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    restore = await withSetting('jianggao.languages', ['jianggao', 'plaintext', 'markdown']);
    await wakeGhostText();
  });
  afterEach(async () => {
    await driver.compose(''); // or the next draft would begin inside a composition
    await closeDrafts();
  });
  after(() => restore?.());

  for (const language of ['jianggao', 'plaintext', 'markdown'] satisfies DraftLanguage[]) {
    describe(language, () => {
      for (const { action, draft, act, expected, list, ghost } of rows) {
        it(`${action}: ${describeShown(list, ghost)}`, async () => {
          const editor = await openDraft(draft, language);
          await act();
          if (draft !== expected) await untilDraft(editor, expected);
          await (list === nothing ? settled(() => ourRows(), 'a list') : untilOffered(list));
          await (ghost === nothing ? settled(() => driver.ghost(), 'ghost text') : untilGhost(ghost));
          await driver.screenshot(`trigger-${language}-${action}`);
        });
      }
    });
  }
});

function describeShown(list: string, ghost: string): string {
  if (list !== nothing) return 'the list';
  return ghost === nothing ? 'nothing' : 'ghost text';
}

/** Rows of the list that say in how many documents they stand: in plain text the editor adds words of its own. */
async function ourRows() {
  const rows = await driver.suggest();
  return rows?.filter(({ description }) => description !== '');
}

/** Nothing is shown, once the editor has finished with what stood there before, and nothing comes. */
async function settled<T>(read: () => Promise<readonly T[] | string | undefined>, unwanted: string): Promise<void> {
  await until(async () => ((await read())?.length ?? 0) === 0, `no ${unwanted}`);
  await never(read, unwanted);
}
