import { type VariableValues, writtenDate } from '../../core/template/variables.ts';
import { localized, t } from '../../vscode/messages.ts';
import { type Answer, inputStep } from '../../vscode/quickSteps.ts';
import type { TemplateVariable } from './templateVariables.ts';

/** Asks for a variable; proposes its last value, or today for a date. */
export function askVariable(
  { name, prompt, example, isToday }: TemplateVariable,
  said: VariableValues,
  step: number,
  totalSteps: number,
): Promise<Answer<string>> {
  return inputStep({
    title: name,
    step,
    totalSteps,
    prompt: t('newSpeech.prompt', localized(prompt)),
    placeholder: t('newSpeech.example', example),
    value: said[name] ?? (isToday ? writtenDate(new Date()) : ''),
  });
}
