// What a test can do to the workbench as a person would: keys, input method, mouse, and what is to be seen. Tests call these
// through test/editor/driver.ts. None of them waits for an effect; tests poll for it.

import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { windowSize } from './browser.ts';
import { screenshotsFolder } from './paths.ts';

/** One visible row of the suggestion list, as painted: `真抓实干` · `四字格` · `132次`. */
export interface SuggestRow {
  readonly label: string;
  readonly detail: string;
  readonly description: string;
  readonly focused: boolean;
}

export interface HoverContent {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly target: string }[];
}

export interface SuggestTiming {
  /** From the commit of the character in the page until rows are in the page. */
  readonly milliseconds: number;
  readonly rows: readonly SuggestRow[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type MouseModifier = 'Alt' | 'Control' | 'ControlOrMeta' | 'Meta' | 'Shift';

/** Between two letters of an input method, in milliseconds: a fast typist. */
const letterPause = 30;
const clickLimit = 5000;

/** Between two pictures of a film, in milliseconds. */
export const frameInterval = 200;

function startFilm(page: Page, folder: string): { stop(): Promise<void> } {
  let isOn = true;
  const finished = (async () => {
    for (let frame = 1; isOn; frame++) {
      const next = delay(frameInterval);
      await page.screenshot({ path: path.join(folder, `${String(frame).padStart(4, '0')}.png`) });
      await next;
    }
  })();
  return {
    stop: () => {
      isOn = false;
      return finished;
    },
  };
}

export type DriverOperations = ReturnType<typeof driverOperations>;

export function driverOperations(page: Page, devTools: CDPSession) {
  const compose = (text: string) =>
    devTools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const insertText = (text: string) => devTools.send('Input.insertText', { text });
  /** Calls a function of workbenchProbe.js. */
  const probe = <T>(name: string, ...values: readonly string[]) =>
    page.evaluate<T>(`jianggaoProbe.${name}(${values.map(value => JSON.stringify(value)).join()})`);

  let film: ReturnType<typeof startFilm> | undefined;

  async function ime(text: string, pinyin: string): Promise<void> {
    for (let end = 1; end <= pinyin.length; end++) {
      await compose(pinyin.slice(0, end));
      await delay(letterPause);
    }
    await insertText(text);
  }

  async function pointAt(text: string): Promise<Point> {
    const point = await probe<Point | null>('placeOf', text);
    if (point === null) throw new Error(`not to be seen in an editor: ${text}`);
    return point;
  }

  async function withModifier(modifier: MouseModifier | undefined, action: () => Promise<void>): Promise<void> {
    if (modifier !== undefined) await page.keyboard.down(modifier);
    await action();
    if (modifier !== undefined) await page.keyboard.up(modifier);
  }

  return {
    /** Types `text` with an input method: the letters of `pinyin` one by one as pre-edit, then the commit. */
    ime,
    /** Shows `text` as the input method's pre-edit and leaves it uncommitted; `''` gives the composition up. */
    compose,
    /** Ends a composition with `text`. */
    commit: insertText,
    /** A key that an input method takes while it composes: the page sees `Process`, key code 229, and the physical key. */
    imeKey: (code: string) =>
      devTools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 }),
    /** Inserts committed text at once, as an input method without a pre-edit does. */
    insertText,
    /** One key or chord by Playwright's names: `Tab`, `Control+Shift+Space`, `F12`. */
    press: (key: string) => page.keyboard.press(key),
    /** Types ASCII characters key by key. */
    type: (text: string, pause = 40) => page.keyboard.type(text, { delay: pause }),

    /** The visible rows of the suggestion list from top to bottom; null when there is no list. */
    suggest: () => probe<readonly SuggestRow[] | null>('suggestRows'),
    /** The pane beside the suggestion list; null when it is closed. */
    suggestDetails: () => probe<{ readonly header: string; readonly documentation: string } | null>('suggestDetails'),
    /** Commits `text` (after `pinyin`, if given) and measures until the list shows; null when it does not within `limit` ms. */
    timeToSuggest: async (text: string, pinyin = '', limit = 5000): Promise<SuggestTiming | null> => {
      await probe('watchSuggest', text);
      await ime(text, pinyin);
      const stop = delay(limit, undefined, { ref: false }).then(() => page.evaluate('jianggaoStopWatching()'));
      stop.catch(() => undefined); // the page may be gone by then
      return page.evaluate<SuggestTiming | null>('jianggaoSuggestShown');
    },
    /** The grey inline suggestion, all its parts joined; empty when there is none. */
    ghost: () => probe<string>('ghost'),

    /** The hover that is open; null when none is. */
    hover: () => probe<HoverContent | null>('hover'),
    /** Moves the mouse over the first place where an editor shows `text`; the hover follows after its delay. */
    hoverAt: async (text: string) => {
      const { x, y } = await pointAt(text);
      await page.mouse.move(x - 3, y);
      await page.mouse.move(x, y, { steps: 3 });
    },
    /** Moves the mouse where it touches nothing. */
    moveAway: () => page.mouse.move(1, 1),
    /** Clicks the first place where an editor shows `text`, e.g. with `Control` to follow a link. */
    clickAt: async (text: string, modifier?: MouseModifier) => {
      const { x, y } = await pointAt(text);
      await withModifier(modifier, () => page.mouse.click(x, y));
    },
    /** Clicks the first element that a Playwright selector finds: `.monaco-hover a:has-text("替换")`. */
    click: (selector: string) => page.locator(selector).first().click({ timeout: clickLimit }),
    doubleClick: (selector: string) => page.locator(selector).first().dblclick({ timeout: clickLimit }),

    /** Texts of the visible elements that a CSS selector finds. */
    text: (selector: string) => probe<readonly string[]>('texts', selector),
    /** The same inside the pages of webviews. */
    webviewText: async (selector: string): Promise<readonly string[]> => {
      const pages = page.frames().filter(frame => frame !== page.mainFrame());
      const texts = await Promise.all(pages.map(frame => frame.locator(selector).allInnerTexts()));
      return texts.flat();
    },
    /** How many elements a selector finds inside the pages of webviews. */
    webviewCount: async (selector: string): Promise<number> => {
      const pages = page.frames().filter(frame => frame !== page.mainFrame());
      const counts = await Promise.all(pages.map(frame => frame.locator(selector).count()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** How high the first element of a webview's page that a selector finds is, and how far from the right edge of the window; in pixels. */
    webviewBox: async (selector: string) => {
      for (const frame of page.frames()) {
        if (frame === page.mainFrame() || (await frame.locator(selector).count()) === 0) continue;
        const box = await frame.locator(selector).first().boundingBox();
        return box && { height: box.height, toEdge: page.viewportSize()!.width - box.x - box.width };
      }
      throw new Error(`not in a webview: ${selector}`);
    },
    /**
     * Scrolls the first element that a CSS selector finds in a webview's page from top to bottom, one half of `count` frames line by line
     * and the other in long leaps; returns the time between frames in milliseconds.
     */
    webviewFrames: async (selector: string, count: number): Promise<readonly number[]> => {
      for (const frame of page.frames()) {
        if (frame === page.mainFrame() || (await frame.locator(selector).count()) === 0) continue;
        return frame.evaluate<number[]>(`(${scrollThrough.toString()})(${JSON.stringify(selector)}, ${count})`);
      }
      throw new Error(`not in a webview: ${selector}`);
    },
    /** Clicks the first element of a webview's page that a selector finds. */
    webviewClick: async (selector: string) => {
      for (const frame of page.frames()) {
        if (frame === page.mainFrame() || (await frame.locator(selector).count()) === 0) continue;
        return frame.locator(selector).first().click({ timeout: clickLimit });
      }
      throw new Error(`not in a webview: ${selector}`);
    },
    /** Lays everything out as in a window zoomed `factor` times: with as many times fewer pixels. 1 for as it was. */
    zoom: (factor: number) =>
      page.setViewportSize({
        width: Math.round(windowSize.width / factor),
        height: Math.round(windowSize.height / factor),
      }),
    /** Saves the window as .vscode-test/screenshots/NAME.png and returns the path. */
    screenshot: async (name: string) => {
      const file = path.join(screenshotsFolder, `${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file });
      return file;
    },
    /** Begins to take a picture of the window every `frameInterval` as .vscode-test/screenshots/NAME/0001.png and so on. */
    film: (name: string) => {
      const folder = path.join(screenshotsFolder, name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      void film?.stop();
      film = startFilm(page, folder);
    },
    /** Ends the film; resolves when its last picture is saved. */
    endFilm: async () => {
      await film?.stop();
      film = undefined;
    },
  };
}

/** Runs in a page. */
function scrollThrough(selector: string, count: number): Promise<number[]> {
  interface Scrolled {
    scrollTop: number;
    readonly scrollHeight: number;
  }
  const scope = globalThis as unknown as {
    readonly document: { querySelector(selector: string): Scrolled };
    requestAnimationFrame(callback: (time: number) => void): void;
  };
  const scrolled = scope.document.querySelector(selector);
  const half = count / 2;
  scrolled.scrollTop = 0;
  return new Promise(resolve => {
    const gaps: number[] = [];
    let last = 0;
    const frame = (time: number): void => {
      if (last > 0) gaps.push(time - last);
      last = time;
      if (gaps.length === count) {
        resolve(gaps);
        return;
      }
      scrolled.scrollTop += gaps.length < half ? 40 : scrolled.scrollHeight / half;
      scope.requestAnimationFrame(frame);
    };
    scope.requestAnimationFrame(frame);
  });
}
