import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordTrie } from '../../../src/core/structure/wordTrie.ts';

/** The node that the units of `word` lead to, 0 if none. */
function walk(trie: WordTrie, word: string): number {
  let node = trie.first(word.charCodeAt(0));
  for (let i = 1; i < word.length && node !== 0; i++) node = trie.next(node, word.charCodeAt(i));
  return node;
}

const word = fc.string({ unit: fc.constantFrom(...'真抓实干落a\u0134\ud842\udfb7'), minLength: 1, maxLength: 4 });

describe('WordTrie', () => {
  it('has the words that were added, with their last weights, and goes on nowhere else, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat()), { maxLength: 300 }), fc.array(word), (entries, others) => {
        const trie = new WordTrie(1);
        for (const [text, weight] of entries) trie.add(text, weight);
        const weights = new Map(entries);
        for (const text of [...weights.keys(), ...others]) {
          const goesOn = text.length === 1 || [...weights.keys()].some(other => other.startsWith(text));
          assert.equal(walk(trie, text) !== 0, goesOn, text);
          assert.equal(trie.weight(walk(trie, text)), weights.get(text) ?? Number.NaN, text);
        }
      }),
    );
  });
});
