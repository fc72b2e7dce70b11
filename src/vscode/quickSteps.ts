import * as vscode from 'vscode';

/** The result of a step: an answer, going back a step, or `undefined` if the user closed the dialogue. */
export type Answer<T> = { readonly value: T } | 'back' | undefined;

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export interface PickStep<T extends vscode.QuickPickItem> extends Step {
  readonly placeholder: string;
  readonly items: readonly T[];
  readonly active?: T | undefined;
}

export function pickStep<T extends vscode.QuickPickItem>(options: PickStep<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<T>();
  const { title, step, totalSteps, placeholder, items, active } = options;
  Object.assign(pick, { title, step, totalSteps, placeholder, items, matchOnDescription: true, matchOnDetail: true });
  if (active !== undefined) pick.activeItems = [active];
  return answerOf(pick, step, () => pick.activeItems[0]);
}

export interface InputStep extends Step {
  readonly prompt: string;
  readonly placeholder: string;
  readonly value: string;
}

export function inputStep(options: InputStep): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, options);
  return answerOf(input, options.step, () => input.value.trim());
}

/** Shows `input` until it is accepted, with a back button on every step but the first. */
export function answerOf<T>(
  input: (vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox) & { step: number | undefined },
  step: number,
  read: () => T | undefined,
): Promise<Answer<T>> {
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise(resolve => {
    const end = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton(() => end('back'));
    input.onDidHide(() => end(undefined));
    input.onDidAccept(() => {
      const value = read();
      if (value !== undefined) end({ value });
    });
    input.show();
  });
}
