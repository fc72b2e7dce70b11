// Runs in the browser before the workbench: everything that looks at the workbench's own HTML is here. The driver calls
// these functions by name; driverOperations.ts gives their types.

globalThis.jianggaoProbe = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  /** The editor writes spaces as no-break spaces, so that they are not collapsed. */
  const textOf = element => (element?.textContent ?? '').replaceAll('\u00a0', ' ');
  const isShown = element => element.getClientRects().length > 0;

  function suggestRows() {
    const widget = document.querySelector('.suggest-widget.visible');
    if (widget === null || !isShown(widget)) return null;
    const rows = all('.monaco-list-row', widget).sort((a, b) => a.dataset.index - b.dataset.index);
    if (rows.length === 0) return null;
    return rows.map(row => ({
      label: textOf(row.querySelector('.label-name')),
      detail: textOf(row.querySelector('.signature-label')),
      description: textOf(row.querySelector('.details-label')),
      focused: row.classList.contains('focused'),
    }));
  }

  function suggestDetails() {
    const pane = document.querySelector('.suggest-details');
    if (pane === null || !isShown(pane)) return null;
    return { header: textOf(pane.querySelector('.header')), documentation: textOf(pane.querySelector('.docs')) };
  }

  function ghost() {
    const inLine = all('.view-lines .ghost-text, .view-lines .ghost-text-decoration');
    const below = all('.view-zones .suggest-preview-text, .view-lines .suggest-preview-text');
    return [...inLine, ...below].filter(isShown).map(textOf).join('');
  }

  function hover() {
    const box = all('.monaco-hover:not(.hidden)').find(isShown);
    if (box === undefined) return null;
    const parts = all('.rendered-markdown', box);
    const links = all('a', box).map(link => ({ text: textOf(link), target: link.dataset.href ?? link.href }));
    return { text: parts.map(textOf).join('\n'), links };
  }

  /** Middle of the first place where `text` stands in an editor, in window coordinates. */
  function placeOf(text) {
    for (const line of all('.editor-instance .view-line')) {
      const start = textOf(line).indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(...nodeAt(line, start));
      range.setEnd(...nodeAt(line, start + text.length));
      const box = range.getBoundingClientRect();
      if (box.width > 0) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }

  /** The text node and the offset in it that stand for an offset in the element's whole text. */
  function nodeAt(element, offset) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (before + node.length >= offset) return [node, offset - before];
      before += node.length;
    }
    throw new Error(`no text at ${offset}`);
  }

  /** Starts to wait until `text` is committed in the focused editor and then, until suggestion rows are in the page. */
  function watchSuggest(text) {
    const input = document.activeElement?.editContext ?? document.activeElement;
    if (input === null || input === document.body) throw new Error('no editor has the focus');
    let committed;
    let shown;
    const result = new Promise(resolve => {
      const onInput = event => {
        if ((event.text ?? event.data) === text) committed = performance.now();
      };
      const observer = new MutationObserver(() => {
        if (committed === undefined || shown !== undefined || suggestRows() === null) return;
        shown = performance.now();
        finish();
      });
      const finish = () => {
        observer.disconnect();
        for (const name of ['textupdate', 'input']) input.removeEventListener(name, onInput);
        resolve(shown === undefined ? null : { milliseconds: shown - committed, rows: suggestRows() });
      };
      for (const name of ['textupdate', 'input']) input.addEventListener(name, onInput);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      globalThis.jianggaoStopWatching = finish;
    });
    globalThis.jianggaoSuggestShown = result;
  }

  const texts = selector => all(selector).filter(isShown).map(textOf);
  return { suggestRows, suggestDetails, ghost, hover, placeOf, watchSuggest, texts };
})();
