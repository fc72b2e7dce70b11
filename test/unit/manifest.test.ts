import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import english from '../../package.nls.en.json' with { type: 'json' };
import chinese from '../../package.nls.json' with { type: 'json' };
import {
  cardItems,
  checkedSetting,
  commands,
  contextKeys,
  corpusItems,
  corpusStates,
  internalCommands,
  languageId,
  numberingMenu,
  renderingScheme,
  type SettingName,
  settings,
  skippedItems,
  sourceLanguageId,
  supportedLanguages,
  tools,
  viewContainer,
  views,
} from '../../src/manifest.ts';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly markdownDescription: string;
}

interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const { contributes } = manifest;
const properties = contributes.configuration.properties as Readonly<Record<string, Property>>;

/** Context keys of the editor itself that our `when` clauses may use. */
const editorKeys = [
  'editorLangId',
  'editorTextFocus',
  'editorReadonly',
  'editorHasSelection',
  'editorHasMultipleSelections',
  'isComposing',
  'inSnippetMode',
  'editorIsOpen',
  'suggestWidgetVisible',
  'inlineSuggestionVisible',
  'view',
  'viewItem',
  'false',
];

/** What our `when` clauses may compare a key with. */
const comparable: Readonly<Record<string, readonly string[]>> = {
  editorLangId: [...supportedLanguages, sourceLanguageId],
  view: Object.values(views),
  viewItem: [...Object.values(corpusItems), ...Object.values(skippedItems), ...Object.values(cardItems)],
  [contextKeys.corpus]: corpusStates,
};

/** Commands of the editor itself that our keys may run. */
const editorCommands = ['type'];

const isCommand = (id: string) => (Object.values(commands) as string[]).includes(id);

describe('package.json', () => {
  it('contributes exactly the commands of manifest.ts', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commands).sort());
  });

  it('describes exactly the settings of manifest.ts, with their types, defaults and scopes', () => {
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(settings).sort());
    for (const [name, shape] of Object.entries(settings)) {
      const property = properties[name]!;
      assert.equal(property.type, shape.type, name);
      assert.deepEqual(property.default, shape.default, name);
      assert.equal(property.scope, shape.scope, name);
      assert.equal(property.minimum, shape.minimum, name);
      assert.equal(property.maximum, shape.maximum, name);
      assert.deepEqual(property.enum ?? property.items?.enum, shape.values, name);
      assert.equal(property.enumDescriptions?.length, property.enum?.length, name);
    }
  });

  // `machine`: the editor takes such a value from the user's settings alone, so there is no folder of a workspace's to ask about.
  it('keeps paths away from workspaces and from untrusted ones by name', () => {
    const paths = Object.keys(settings).filter(name => /^jianggao\.(?:corpus|cards|dictionary)\./.test(name));
    for (const name of paths) assert.equal(properties[name]!.scope, 'machine', name);
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, paths);
  });

  it('has a Chinese and an English text for every placeholder, and no other texts', () => {
    const text = JSON.stringify({ ...manifest, scripts: {} });
    const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(match => match[1]!));
    assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    for (const [key, value] of Object.entries(chinese)) assert.match(value, /\p{Script=Han}/u, key);
    for (const [key, value] of Object.entries(english)) assert.notEqual(value.trim(), '', key);
  });

  it('names only commands and context keys that exist in menus, keybindings and views', () => {
    const entries: readonly MenuEntry[] = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command = '', submenu } of entries)
      assert.ok(submenu === numberingMenu || isCommand(command) || editorCommands.includes(command), command);
    const known = new Set<string>([...editorKeys, ...Object.values(contextKeys)]);
    const whens = [...entries, ...contributes.viewsWelcome].map(entry => ('when' in entry ? entry.when : undefined));
    for (const when of whens) {
      if (when === undefined) continue; // always shown, or has its own where it is shown
      for (const clause of when.split(' && ')) {
        const [, key = '', value, values] =
          /^!?(\S+)(?: (?:==|!=) (\S+)| =~ \/\^\((\S+)\)\$\/| in \S+)?$/.exec(clause) ?? [];
        assert.ok(known.has(key), `${when}: ${clause}`);
        for (const choice of values?.split('|') ?? (value === undefined ? [] : [value]))
          assert.ok(comparable[key]?.includes(choice), `${when}: ${clause}`);
        const list = / in (\S+)$/.exec(clause)?.[1];
        assert.ok(list === undefined || known.has(list), `${when}: ${clause}`);
      }
    }
  });

  it('contributes exactly the views of manifest.ts, with a text for every state in which one may be empty', () => {
    assert.deepEqual(Object.keys(contributes.views), [viewContainer]);
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [viewContainer],
    );
    assert.deepEqual(
      contributes.views[viewContainer].map(({ id }) => id),
      Object.values(views),
    );
    assert.deepEqual(
      contributes.viewsWelcome.map(entry => ('when' in entry ? `${entry.view}: ${entry.when}` : entry.view)),
      [
        ...corpusStates
          .filter(state => state !== 'starter' && state !== 'ready') // then it lists documents
          .map(state => `${views.corpus}: ${contextKeys.corpus} == ${state}`),
        views.cards,
        ...corpusStates.map(state => `${views.skippedFiles}: ${contextKeys.corpus} == ${state}`),
      ],
    );
    const open = contributes.views[viewContainer].filter(view => !('visibility' in view)).map(({ id }) => id);
    assert.deepEqual(open, [views.corpus, views.proportions], 'views that are open at first');
    for (const text of [...Object.values(chinese), ...Object.values(english)]) {
      for (const [, id] of text.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(isCommand(id!), text);
    }
  });

  it('contributes the tools of manifest.ts, which are there only once they are switched on', () => {
    assert.deepEqual(
      contributes.languageModelTools.map(({ name }) => name),
      Object.values(tools),
    );
    for (const { when } of contributes.languageModelTools) assert.equal(when, 'config.jianggao.assistantTools.enabled');
    assert.equal(settings['jianggao.assistantTools.enabled'].default, false);
  });

  it('binds keys only while typing in our languages or in our own list, and none to Ctrl+Space', () => {
    for (const { command, key, when } of contributes.keybindings) {
      // Set while a list of ours is open, and no longer.
      if (when === contextKeys.finding || when === contextKeys.choosingParts) continue;
      assert.match(when, /editorTextFocus/, command);
      assert.ok(when.includes(`editorLangId in ${contextKeys.languages}`), command);
      assert.doesNotMatch(key, /\bspace/i, command);
    }
  });

  it('keeps internal commands out of the palette', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    assert.deepEqual(hidden.map(({ command }) => command).sort(), [...internalCommands].sort());
  });

  it('contributes the language and activates for it', () => {
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      [languageId, sourceLanguageId],
    );
    assert.deepEqual(contributes.languages[0]!.extensions, ['.jg', '.jianggao', '.讲稿']);
    assert.deepEqual(manifest.activationEvents, [
      ...supportedLanguages.map(language => `onLanguage:${language}`),
      `onFileSystem:${renderingScheme}`, // a rendering may be the first document of a window
    ]);
  });

  it('changes editor defaults for our own languages only', () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults), [`[${languageId}]`, `[${sourceLanguageId}]`]);
  });

  // In a folder that is not trusted the editor boxes every character that is not ASCII.
  it('has no character of a speech boxed as suspicious', () => {
    for (const [language, defaults] of Object.entries(contributes.configurationDefaults)) {
      const boxes = Object.entries(defaults).filter(([name]) => name.startsWith('editor.unicodeHighlight.'));
      assert.equal(boxes.length, 3, language);
      assert.ok(
        boxes.every(([, value]) => value === false),
        language,
      );
    }
  });

  it('points to files that exist and parse', () => {
    const files = [...contributes.snippets.map(({ path }) => path), contributes.languages[0]!.configuration];
    for (const file of files) assert.doesNotThrow(() => JSON.parse(readFileSync(file, 'utf8')), file);
  });

  it('cuts words at punctuation, with a pattern the editor can read', () => {
    const { wordPattern } = JSON.parse(readFileSync(contributes.languages[0]!.configuration, 'utf8')) as {
      wordPattern: { pattern: string; flags: string };
    };
    const words = '我们要坚持2024年，真抓实干。'.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
    assert.deepEqual(words, ['我们要坚持2024年', '真抓实干']);
  });
});

describe('names of commands and settings', () => {
  it('are spelled in manifest.ts only', () => {
    const names = [...Object.values(commands), ...Object.keys(settings)];
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file =>
      /^(features|vscode)\/.*\.ts$/.test(file),
    );
    assert.ok(sources.length > 20);
    for (const file of sources) {
      const text = readFileSync(`src/${file}`, 'utf8');
      // Settings are typed keys where they are read; commands must come from the table.
      for (const name of names.filter(name => (Object.values(commands) as string[]).includes(name))) {
        assert.ok(!text.includes(`'${name}'`), `${file} spells ${name}`);
      }
    }
  });
});

describe('a setting written by hand', () => {
  const cases: readonly [SettingName, unknown, unknown][] = [
    ['jianggao.enabled', false, false],
    ['jianggao.enabled', 'no', true],
    ['jianggao.languages', ['markdown', 'latex', 3], ['markdown']],
    ['jianggao.languages', 'markdown', ['jianggao']],
    ['jianggao.corpus.folders', ['/a', 3], ['/a']],
    ['jianggao.completion.mode', 'loud', 'balanced'],
    ['jianggao.completion.mode', 'quiet', 'quiet'],
    ['jianggao.completion.minimumLength', 0, 2],
    ['jianggao.completion.minimumLength', 1, 1],
    ['jianggao.completion.minimumLength', 1.5, 2],
    ['jianggao.speech.rate', 300, 180],
    ['jianggao.speech.rate', 250, 250],
    ['jianggao.hover.enabled', undefined, true],
  ];
  for (const [name, written, expected] of cases) {
    it(`${name}: ${JSON.stringify(written)} is read as ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(checkedSetting(name, written), expected);
    });
  }
});
