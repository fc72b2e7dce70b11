import * as vscode from 'vscode';
import type { SpeechPart } from '../../core/template/speechParts.ts';
import { commands, contextKeys } from '../../manifest.ts';
import { setContext } from '../../vscode/context.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, answerOf } from '../../vscode/quickSteps.ts';

interface PartItem extends vscode.QuickPickItem {
  readonly part: SpeechPart;
}

type Direction = 'up' | 'down';

/** The open list, for the keys that move its rows. */
let open: { move(item: PartItem | undefined, direction: Direction): void } | undefined;

export function registerPartKeys(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.movePartUp, () => open?.move(undefined, 'up')),
    vscode.commands.registerCommand(commands.movePartDown, () => open?.move(undefined, 'down')),
  );
}

/**
 * Lets the user choose and order parts: those of `own` are ticked, those of `others` can be. Rows are moved by keys and by their buttons.
 */
export async function chooseParts(
  steps: { readonly title: string; readonly step: number; readonly totalSteps: number },
  own: readonly SpeechPart[],
  others: readonly SpeechPart[],
): Promise<Answer<readonly SpeechPart[]>> {
  const pick = vscode.window.createQuickPick<PartItem>();
  Object.assign(pick, steps, { canSelectMany: true, placeholder: t('newSpeech.parts'), keepScrollPosition: true });
  const up: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('arrow-up'), tooltip: t('newSpeech.up') };
  const down: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('arrow-down'), tooltip: t('newSpeech.down') };
  const toItem = (part: SpeechPart): PartItem => ({
    label: part.title,
    description: part.function === part.title ? '' : (part.function ?? ''),
    buttons: [up, down],
    part,
  });
  const rows = own.map(toItem);
  pick.items = [...rows, ...others.map(toItem)];
  pick.selectedItems = rows;
  const move = (item = pick.activeItems[0], direction: Direction): void => {
    if (item === undefined) return;
    const items = [...pick.items];
    const at = items.indexOf(item);
    const to = direction === 'up' ? at - 1 : at + 1;
    if (to < 0 || to >= items.length) return;
    items.splice(at, 1);
    items.splice(to, 0, item);
    const selected = pick.selectedItems;
    pick.items = items;
    pick.selectedItems = selected;
    pick.activeItems = [item];
  };
  pick.onDidTriggerItemButton(({ item, button }) => move(item, button === up ? 'up' : 'down'));
  open = { move };
  setContext(contextKeys.choosingParts, true);
  try {
    return await answerOf(pick, steps.step, () => {
      const chosen = pick.items.filter(item => pick.selectedItems.includes(item)).map(({ part }) => part);
      return chosen.length === 0 ? undefined : chosen;
    });
  } finally {
    open = undefined;
    setContext(contextKeys.choosingParts, false);
  }
}
