import assert from 'node:assert/strict';

it('fails on purpose', () => assert.fail('on purpose'));
