// The tables of README.md that list what package.json contributes: every setting, command and key. `npm run readme` writes them between
// their marks; test/unit/readme.test.ts fails while they are not what it would write.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import chinese from '../../package.nls.json' with { type: 'json' };
import { internalCommands } from '../../src/manifest.ts';
import { repositoryRoot } from '../host/paths.ts';

interface Property {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
}

const readme = path.join(repositoryRoot, 'README.md');
const { commands, configuration, keybindings } = manifest.contributes;

/** README.md as it is, and as it should be. */
export function readmeWithTables(): { readonly present: string; readonly wanted: string } {
  const present = readFileSync(readme, 'utf8');
  const tables = { settings: settingsTable(), commands: commandsTable() };
  const wanted = Object.entries(tables).reduce((text, [name, table]) => replaceTable(text, name, table), present);
  return { present, wanted };
}

function replaceTable(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(begin);
  const stop = text.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`README.md：没有 ${begin} … ${end}`);
  return `${text.slice(0, start + begin.length)}\n\n${table}\n\n${text.slice(stop)}`;
}

function settingsTable(): string {
  const properties = Object.entries(configuration.properties as Readonly<Record<string, Property>>);
  const rows = properties.map(([name, property]) => {
    const values = property.enum?.map((value, i) => `\`${value}\` ${texts(property.enumDescriptions?.[i] ?? '')}`);
    const meaning = [texts(property.markdownDescription), ...(values === undefined ? [] : [values.join('；')])].join(
      ' ',
    );
    return [`\`${name}\``, `\`${JSON.stringify(property.default)}\``, meaning];
  });
  return table(['设置', '默认', '含义'], rows);
}

function commandsTable(): string {
  const keys = keybindings as readonly Keybinding[];
  const rows = commands
    .filter(({ command }) => !internalCommands.includes(command))
    .map(({ command, title }) => {
      const bound = keys.filter(each => each.command === command).map(({ key, mac }) => keyNames(key, mac));
      return [texts(title), [...new Set(bound)].join('，'), `\`${command}\``];
    });
  return table(['命令（前面都有“讲稿：”）', '按键', '标识'], rows);
}

/** `ctrl+alt+g` → `Ctrl+Alt+G`, with what it is on macOS where that is something else. */
function keyNames(key: string, mac: string | undefined): string {
  const name = (each: string) =>
    each.replace(/(^|[+ ])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
  return mac === undefined ? `\`${name(key)}\`` : `\`${name(key)}\`（macOS \`${name(mac)}\`）`;
}

/** `%setting.enabled%` in Chinese, fit for a cell. */
function texts(placeholder: string): string {
  const key = /^%(.*)%$/u.exec(placeholder)?.[1];
  const text = key === undefined ? placeholder : ((chinese as Readonly<Record<string, string>>)[key] ?? placeholder);
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/gu, ' ');
}

/** Padded as the formatter would have it: a Chinese character is two columns wide. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map(row => width(row[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell))).join(' | ')} |`;
  return [line(head), line(widths.map(each => '-'.repeat(each))), ...rows.map(line)].join('\n');
}

function width(text: string): number {
  return [...text].reduce((total, character) => total + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}

if (import.meta.main) writeFileSync(readme, readmeWithTables().wanted);
