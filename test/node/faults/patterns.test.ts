import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { allowed } from './faultSupport.ts';

const source = join(import.meta.dirname, '../../../src');
const LENGTH = 50_000;
const LIMIT_MS = 500;

/** Patterns that take the square of the length, and why they are never given much. */
const CAPPED: ReadonlyMap<string, string> = new Map([
  [String.raw`/\s*(?:_|\||--+|-| - |——人民网|·)\s*/u`, 'titles of pages, their blanks squeezed'],
  [String.raw`/\p{Script=Han}+$/u`, 'the last 100 characters before the caret'],
  [`/[A-Za-z']+$/`, 'the last 100 characters before the caret'],
  [String.raw`/[。：:\s]+$/`, 'the last 500 characters of a paragraph'],
]);
const CAPPED_LENGTH = 2_000;

interface Pattern {
  readonly place: string;
  readonly literal: string;
}

/** Every regular expression literal of the program. */
function patterns(): Pattern[] {
  return globSync('**/*.ts', { cwd: source }).flatMap(file => {
    const text = readFileSync(join(source, file), 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    const found: Pattern[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
        found.push({ place: `${file}:${line + 1}`, literal: node.getText(tree) });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Long strings of what the pattern itself speaks of, which almost match and then do not. */
function* pumped(literal: string, length: number): Generator<string> {
  const spoken = [...literal.replace(/\\[a-zA-Z]/g, '')].filter(each => /[^()[\]{}|?*+^$\\/]/.test(each));
  const units = new Set([...spoken, ...'一要，。 \t\n1a(（“"<\\']);
  for (const unit of units) yield `${unit.repeat(length / unit.length)}\u0000`;
  const few = [...new Set(spoken)].slice(0, 6);
  for (const first of few) for (const second of few) yield `${(first + second).repeat(length / 4)}\u0000`;
}

describe('R1: no pattern takes for ever', function () {
  const all = patterns();
  this.timeout(allowed(120_000));

  it('there are patterns to be tried', () => assert.ok(all.length > 20, `${all.length}`));

  it('what is excepted is still there', () => {
    for (const literal of CAPPED.keys())
      assert.ok(
        all.some(pattern => pattern.literal === literal),
        literal,
      );
  });

  it(`each of ${all.length} ends on strings of ${LENGTH} characters made to try it`, () => {
    const slow: string[] = [];
    for (const { place, literal } of all) {
      const context = vm.createContext({ text: '' });
      const script = new vm.Script(`${literal}.test(text)`);
      for (const text of pumped(literal, CAPPED.has(literal) ? CAPPED_LENGTH : LENGTH)) {
        context['text'] = text;
        try {
          script.runInContext(context, { timeout: Math.ceil(allowed(LIMIT_MS)) });
        } catch {
          slow.push(`${place} ${literal} on ${JSON.stringify(text.slice(0, 8))}…`);
          break;
        }
      }
    }
    assert.deepEqual(slow, []);
  });
});
