// The command line of a VS Code executable, as far as @vscode/test-electron and `npm start` use it.

import path from 'node:path';

export interface EditorArguments {
  readonly extensions: readonly string[];
  /** Module whose `run()` is the test run; absent when a person uses the editor. */
  readonly tests?: string;
  readonly userData?: string;
  readonly extensionsFolder?: string;
  /** Display language, e.g. `zh-cn`. */
  readonly locale?: string;
  /** Folder or .code-workspace file to open. */
  readonly workspace?: string;
}

/** Other switches (--no-sandbox, --disable-updates, --skip-welcome, …) have no meaning for the stand-in. */
export function parseEditorArguments(argv: readonly string[]): EditorArguments {
  const extensions: string[] = [];
  const result: { -readonly [K in keyof EditorArguments]: EditorArguments[K] } = { extensions };
  for (const argument of argv) {
    const [, name, value] = /^--([\w-]+)=(.*)$/su.exec(argument) ?? [];
    if (value === undefined) {
      if (!argument.startsWith('-')) result.workspace ??= path.resolve(argument);
    } else if (name === 'extensionDevelopmentPath') extensions.push(path.resolve(value));
    else if (name === 'extensionTestsPath') result.tests = path.resolve(value);
    else if (name === 'user-data-dir') result.userData = path.resolve(value);
    else if (name === 'locale') result.locale = value;
    else if (name === 'extensions-dir') result.extensionsFolder = path.resolve(value);
  }
  return result;
}
