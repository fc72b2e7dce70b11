import * as vscode from 'vscode';
import { type DraftEdit, typedMeanwhile } from '../../core/numbering/draftEdit.ts';
import { backspaceInList, enterInList, listKeysAt } from '../../core/numbering/listKeys.ts';
import { typedTwice } from '../../core/numbering/typedTwice.ts';
import { commands, contextKeys } from '../../manifest.ts';
import { isOnIn, onSettingChange } from '../../vscode/config.ts';
import { setContext } from '../../vscode/context.ts';
import { textBefore } from '../../vscode/convert.ts';
import { applyDraftEdit } from '../../vscode/draftEdit.ts';
import { isDraft } from '../../vscode/languages.ts';
import { TypingWatch } from './typingWatch.ts';

/** The edit that a key makes in a draft with the caret; `undefined` where the key has no special meaning. */
type KeyChange = (text: string, caret: number) => DraftEdit | undefined;

interface OwnKeys {
  readonly enter: boolean;
  readonly backspace: boolean;
}

const none: OwnKeys = { enter: false, backspace: false };

/**
 * Enter after a list item and Backspace after an empty marker. The keys are bound only where they have something to do, so that no other
 * keystroke takes the way through the extension host.
 */
export function registerListKeys(): vscode.Disposable {
  const keys = new ListKeys();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => keys.update(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(editor => keys.update(editor)),
    onSettingChange(['jianggao.numbering.continueOnEnter', 'jianggao.enabled', 'jianggao.languages'], () =>
      keys.update(vscode.window.activeTextEditor),
    ),
    vscode.workspace.onDidChangeTextDocument(event => keys.noteChange(event)),
    vscode.workspace.onDidChangeTextDocument(event => void takeBackMarker(event)),
    onKey(commands.continueList, enterInList, () => vscode.commands.executeCommand('type', { text: '\n' })),
    onKey(commands.leaveList, backspaceInList, () => vscode.commands.executeCommand('deleteLeft')),
  );
}

/** Nobody types more often than this while one key is being handled. */
const mostAttempts = 10;

/** Makes the edit of a key, or else does what the editor does at this key. */
function onKey(command: string, change: KeyChange, usual: () => Thenable<unknown>): vscode.Disposable {
  const press = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    const text = document.getText();
    const caret = document.offsetAt(editor.selection.active);
    const made = change(text, caret);
    if (made === undefined || !(await applyTypedOver(editor, made, caret, text))) await usual();
  };
  return vscode.commands.registerTextEditorCommand(command, editor => void press(editor));
}

/** Makes the edit `made` of the draft `text` with the caret at `caret`; if the user types on meanwhile, makes it in front of the newly typed text. */
async function applyTypedOver(
  editor: vscode.TextEditor,
  made: DraftEdit,
  caret: number,
  text: string,
): Promise<boolean> {
  const { document } = editor;
  const typing = new TypingWatch(document);
  const typed = () => document.getText().slice(caret, caret + document.getText().length - text.length);
  let edit: DraftEdit | undefined = made;
  try {
    for (let attempt = 0; edit && attempt < mostAttempts; attempt++) {
      if (await applyDraftEdit(editor, edit)) return true;
      await typing.untilCommitted(typed);
      edit = typedMeanwhile(made, caret, text, document.getText());
    }
    return false;
  } finally {
    typing.dispose();
  }
}

/** Takes back a marker that has been typed behind the same one: the user has not seen that Enter or a row of the list had set it. */
async function takeBackMarker({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
  const [change, ...others] = contentChanges;
  const editor = vscode.window.activeTextEditor;
  if (change === undefined || others.length > 0 || reason !== undefined || editor?.document !== document) return;
  if (change.text === '' || editor.selections.length > 1) return;
  if (!isDraft(document) || !isOnIn(document, 'jianggao.numbering.continueOnEnter')) return;
  const caret = change.rangeOffset + change.text.length;
  const length = typedTwice(textBefore(document, document.positionAt(caret)));
  if (length === 0 || change.text.length > length) return;
  await applyDraftEdit(editor, { edits: [{ start: caret - length, end: caret, newText: '' }], caret: caret - length });
}

/** Sets the context keys that tell the keybindings where the caret is. */
class ListKeys {
  #told = none;
  /** The document version in which a marker has just been typed: there Backspace corrects it, «二是» to «二». */
  #typed = { uri: '', version: -1 };

  noteChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const [change, ...others] = contentChanges;
    if (change === undefined) return;
    const isTyped = others.length === 0 && change.text !== '' && !change.text.includes('\n');
    this.#typed = { uri: document.uri.toString(), version: isTyped ? document.version : -1 };
    const editor = vscode.window.activeTextEditor;
    if (editor?.document === document) this.update(editor);
  }

  update(editor: vscode.TextEditor | undefined): void {
    if (editor !== vscode.window.activeTextEditor) return;
    const keys = editor === undefined ? none : this.#keysIn(editor);
    if (keys.enter !== this.#told.enter) setContext(contextKeys.enterContinuesList, keys.enter);
    if (keys.backspace !== this.#told.backspace) setContext(contextKeys.backspaceLeavesList, keys.backspace);
    this.#told = keys;
  }

  #keysIn({ document, selections, selection: { active, isEmpty } }: vscode.TextEditor): OwnKeys {
    if (selections.length !== 1 || !isEmpty || !isDraft(document) || active.line >= document.lineCount) return none;
    const keys = listKeysAt(document.lineAt(active.line).text, active.character);
    if (!keys.enter || !isOnIn(document, 'jianggao.numbering.continueOnEnter')) return none;
    const isJustTyped = this.#typed.version === document.version && this.#typed.uri === document.uri.toString();
    return {
      enter: enterInList(document.getText(), document.offsetAt(active)) !== undefined,
      backspace: keys.backspace && !isJustTyped,
    };
  }
}
