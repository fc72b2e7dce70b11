import assert from 'node:assert/strict';
import { EnterGuard } from '../../../../src/features/suggest/enterGuard.ts';

describe('EnterGuard', () => {
  const guard = () => {
    const told: boolean[] = [];
    return { told, guard: new EnterGuard(isActive => told.push(isActive)) };
  };

  it('is at work only for a list that opens where a line may end', () => {
    const { guard: one, told } = guard();
    one.listOpens(false);
    assert.equal(one.isActive, false);
    one.listOpens(true);
    assert.equal(one.isActive, true);
    assert.deepEqual(told, [true]);
  });

  it('lets go when told, and starts anew with each list', () => {
    const { guard: one, told } = guard();
    one.listOpens(true);
    one.release();
    one.listOpens(true);
    assert.equal(one.isActive, true);
    assert.deepEqual(told, [true, false, true]);
  });

  it('tells of changes only', () => {
    const { guard: one, told } = guard();
    one.release();
    one.listOpens(true);
    one.listOpens(true);
    one.release();
    one.release();
    assert.deepEqual(told, [true, false]);
  });
});
