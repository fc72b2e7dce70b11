import assert from 'node:assert/strict';
import { readFromProportions } from '../../../src/webview/proportions/messages.ts';
import { isReadyMessage, readyMessage } from '../../../src/webview/protocol.ts';

describe('what the proportions page says', () => {
  it('is a row to go to, and nothing else is taken from it', () => {
    assert.deepEqual(readFromProportions({ type: 'open', row: 3 }), { type: 'open', row: 3 });
    assert.deepEqual(readFromProportions({ type: 'open', row: 3, path: '/etc/passwd' }), { type: 'open', row: 3 });
    for (const forged of [
      undefined,
      null,
      'open',
      { type: 'open' },
      { type: 'open', row: '3' },
      { type: 'open', row: Number.NaN },
      { type: 'open', row: 1.5 },
      { type: 'run', row: 1 },
    ]) {
      assert.equal(readFromProportions(forged), undefined, JSON.stringify(forged));
    }
  });

  it('is that it is ready, when it is', () => {
    assert.ok(isReadyMessage({ ...readyMessage }));
    for (const other of [undefined, null, 'ready', {}, { type: 'open' }]) assert.ok(!isReadyMessage(other));
  });
});
