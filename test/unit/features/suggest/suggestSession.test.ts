import assert from 'node:assert/strict';
import { type CaretPlace, SuggestSession } from '../../../../src/features/suggest/suggestSession.ts';

const at = (before: string, change: Partial<CaretPlace> = {}): CaretPlace => ({
  uri: 'file:///a.jg',
  version: 7,
  line: 3,
  before,
  ...change,
});

describe('SuggestSession', () => {
  it('stays muted in the clause and speaks again in the next, or on another line', () => {
    const session = new SuggestSession();
    session.mute(at('要坚持，真抓'));
    assert.ok(session.isMuted(at('要坚持，真抓实干', { version: 8 })));
    assert.ok(!session.isMuted(at('要坚持，真抓实干，务')));
    assert.ok(!session.isMuted(at('要坚持，真', { line: 4 })));
    assert.ok(!session.isMuted(at('要坚持，真', { uri: 'file:///b.jg' })));
  });

  it('is unmuted by asking', () => {
    const session = new SuggestSession();
    session.mute(at('真抓'));
    session.noteAsked(at('真抓'));
    assert.ok(!session.isMuted(at('真抓')));
  });

  it('takes a question soon after a keystroke for automatic, a late one for asked', () => {
    const session = new SuggestSession();
    session.noteChange('file:///a.jg', 1000);
    assert.ok(!session.noteQuestion(at('真'), 1900, 10));
    assert.ok(!session.noteQuestion(at('真'), 1150, 10));
    assert.ok(session.noteQuestion(at('真'), 1500, 10), 'a second question is the user’s');
    assert.ok(session.noteQuestion(at('真', { version: 8 }), 2500, 10));
    assert.ok(session.noteQuestion(at('真', { uri: 'file:///b.jg' }), 1050, 10));
    session.noteAsked(at('真'));
    assert.ok(session.noteQuestion(at('真'), 1050, 10));
  });

  it('remembers that it opened the list itself, however late', () => {
    const session = new SuggestSession();
    session.noteTriggered(at('真'));
    assert.ok(!session.noteQuestion(at('真'), 9999, 10));
    assert.ok(session.noteQuestion(at('真', { version: 8 }), 9999, 10));
  });

  it('knows the edit that ends at the caret until anything changes', () => {
    const session = new SuggestSession();
    session.noteEdit(at('真抓'), 'typed');
    assert.equal(session.editAt(at('真抓')), 'typed');
    assert.equal(session.editAt(at('真')), undefined);
    assert.equal(session.editAt(at('真抓', { version: 8 })), undefined);
    session.noteChange('file:///a.jg', 0);
    assert.equal(session.editAt(at('真抓')), undefined);
  });

  it('knows a row typed to its end', () => {
    const session = new SuggestSession();
    session.noteOffered(['真抓实干', '真抓落实']);
    assert.ok(session.isCompletedBy('要真抓实干'));
    assert.ok(!session.isCompletedBy('要真抓实'));
  });

  it('knows an accepted row', () => {
    const session = new SuggestSession();
    session.noteOffered(['真抓实干']);
    assert.ok(session.wasOffered('真抓实干'));
    assert.ok(!session.wasOffered('真抓'));
    session.noteInsertable('，务求实效');
    assert.ok(session.wasOffered('，务求实效'));
    assert.ok(!session.wasOffered(''));
  });
});
