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
let open: vscode.QuickPick<PartItem> | undefined;

export function registerPartKeys(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.movePartUp, () => moveActiveRow('up')),
    vscode.commands.registerCommand(commands.movePartDown, () => moveActiveRow('down')),
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
  const rows = own.map(part => toItem(part, [up, down]));
  pick.items = [...rows, ...others.map(part => toItem(part, [up, down]))];
  pick.selectedItems = rows;
  pick.onDidTriggerItemButton(({ item, button }) => moveRow(pick, item, button === up ? 'up' : 'down'));
  open = pick;
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

function toItem(part: SpeechPart, buttons: readonly vscode.QuickInputButton[]): PartItem {
  const description = part.function === part.title ? '' : (part.function ?? '');
  return { label: part.title, description, buttons, part };
}

function moveActiveRow(direction: Direction): void {
  const active = open?.activeItems[0];
  if (open !== undefined && active !== undefined) moveRow(open, active, direction);
}

/** Moves a row by one. The list forgets its ticks when it gets new rows, so they are set again. */
function moveRow(pick: vscode.QuickPick<PartItem>, item: PartItem, direction: Direction): void {
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
}
