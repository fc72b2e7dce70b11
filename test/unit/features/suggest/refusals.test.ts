import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/complete/suggestion.ts';
import { Refusals } from '../../../../src/features/suggest/refusals.ts';
import type { CaretPlace } from '../../../../src/features/suggest/suggestSession.ts';

const at = (before: string, change: Partial<CaretPlace> = {}): CaretPlace => ({
  uri: 'file:///a.jg',
  version: 1,
  line: 0,
  before,
  ...change,
});
const shown = { insertText: '真抓实干', replaceLength: 2, provenance: {} } as Suggestion;

function refusals(): Refusals {
  const made = new Refusals();
  made.noteShown(at('要真抓'), shown, '实干');
  return made;
}

describe('Refusals', () => {
  it('counts words of the corpus only: no marker, and no card, which is not counted when it is accepted either', () => {
    const others = [{ kind: 'series-marker', provenance: undefined }, { kind: 'card' }] as const;
    for (const other of others) {
      const made = new Refusals();
      made.noteShown(at('要真抓'), { ...shown, ...other } as Suggestion, '实干');
      assert.equal(made.typedTo(at('要真抓落')), undefined, other.kind);
    }
  });

  it('counts a suggestion that was typed past, once', () => {
    const made = refusals();
    assert.equal(made.typedTo(at('要真抓落')), '真抓实干');
    assert.equal(made.typedTo(at('要真抓落实')), undefined);
  });

  it('waits while typing agrees with it', () => {
    const made = refusals();
    assert.equal(made.typedTo(at('要真抓实')), undefined);
    assert.equal(made.typedTo(at('要真抓实在')), '真抓实干');
  });

  it('does not count what was typed to its end, deleted, accepted, or left for another draft', () => {
    const full = refusals();
    assert.equal(full.typedTo(at('要真抓实干')), undefined);
    assert.equal(full.typedTo(at('要真抓实干的')), undefined);
    assert.equal(refusals().typedTo(at('要真')), undefined);
    assert.equal(refusals().typedTo(at('别的', { uri: 'file:///b.jg' })), undefined);
    const accepted = refusals();
    accepted.noteAccepted();
    assert.equal(accepted.typedTo(at('要真抓落')), undefined);
  });

  it('counts a line broken over it', () => {
    assert.equal(refusals().typedTo(at('', { line: 1 })), '真抓实干');
  });

  it('does not remember what is in no document', () => {
    const made = new Refusals();
    const { provenance: _, ...marker } = shown;
    made.noteShown(at('一'), marker, '要');
    assert.equal(made.typedTo(at('一个')), undefined);
  });
});
