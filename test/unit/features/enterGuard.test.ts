import assert from 'node:assert/strict';
import { EnterGuard } from '../../../src/features/enterGuard.ts';

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

  it('lets go once the user has moved to another row', () => {
    const { guard: one, told } = guard();
    one.listOpens(true);
    one.rowFocused('甲');
    one.rowFocused('甲'); // the list is painted again
    assert.equal(one.isActive, true);
    one.rowFocused('乙');
    one.rowFocused('甲'); // and back
    assert.deepEqual(told, [true, false]);
  });

  it('starts anew with each list', () => {
    const { guard: one } = guard();
    one.listOpens(true);
    one.rowFocused('甲');
    one.release();
    one.listOpens(true);
    one.rowFocused('乙');
    assert.equal(one.isActive, true);
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
