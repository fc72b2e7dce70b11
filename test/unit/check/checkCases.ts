import assert from 'node:assert/strict';
import { Comparisons } from '../../../src/core/borrow/comparisons.ts';
import { check } from '../../../src/core/check/check.ts';
import type { Fix } from '../../../src/core/check/finding.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

/** A draft with the place of its one finding in 【】, or a clean one; then kind, message and what its first fix makes of the draft. */
export type CheckCase = readonly [marked: string, kind?: string, message?: string, fixed?: string];

const empty = inMemoryCorpus({});

export function checkCases(cases: readonly CheckCase[], index = empty): void {
  for (const [marked, kind, message, fixed] of cases) {
    it(kind === undefined ? `has nothing to say of ${marked}` : `${marked} → ${kind}`, () => {
      const text = marked.replaceAll(/[【】]/g, '');
      const findings = check(text, new Comparisons(index).forDraft());
      if (kind === undefined) {
        assert.deepEqual(findings, []);
        return;
      }
      assert.equal(findings.length, 1, JSON.stringify(findings));
      const [finding] = findings;
      assert.equal(
        `${text.slice(0, finding!.start)}【${text.slice(finding!.start, finding!.end)}】${text.slice(finding!.end)}`,
        marked,
      );
      assert.deepEqual([finding!.kind, finding!.message], [kind, message]);
      assert.equal(finding!.fixes[0] && fixedBy(text, finding!.fixes[0]), fixed);
    });
  }
}

function fixedBy(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((draft, { start, end, newText }) => draft.slice(0, start) + newText + draft.slice(end), text);
}
