// Blocks the extension host's only thread, so that neither mocha's time limit nor a polite end can work.

it('hangs on purpose', () => {
  for (;;) Math.random();
});
