import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dictionarySegmenter, parseDictionary, type WordDictionary } from '../core/structure/dictionarySegmenter.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import { readUtf8File } from './readUtf8.ts';

/** jieba's main dictionary, a file of the dictionary directory. */
export const DICTIONARY = 'jieba.dict.utf8';
/** The files are checked first, because jieba aborts the process if one of them is missing. */
const NATIVE_FILES = [DICTIONARY, 'hmm_model.utf8', 'empty.dict.utf8', 'idf.utf8', 'stop_words.utf8'] as const;

interface NativeJieba {
  load(dictionary: string, hmm: string, user: string, idf: string, stopWords: string): boolean;
  cut(text: string, hmm: boolean): string[];
}

export interface LoadedSegmenter {
  readonly segmenter: Segmenter;
  /** `native` where nodejieba loads, else `typescript`; both give the same words. */
  readonly kind: 'native' | 'typescript';
  /** Number of dictionary lines that were skipped because they are malformed. */
  readonly badLines: number;
}

/**
 * The segmenter of the indexing child. Never call it in the extension host: a broken native module ends the process.
 * @param dictionaryDirectory contains jieba's dictionary files
 * @param nativePath the compiled nodejieba; if undefined, our own segmenter is used
 */
export function loadSegmenter(dictionaryDirectory: string, nativePath: string | undefined): LoadedSegmenter {
  const native = nativePath === undefined ? undefined : loadNative(dictionaryDirectory, nativePath);
  const dictionary = (): WordDictionary => parseDictionary(readUtf8File(join(dictionaryDirectory, DICTIONARY)));
  if (native !== undefined) {
    const segmenter = nativeSegmenter(native, () => dictionarySegmenter(dictionary()));
    return { segmenter, kind: 'native', badLines: 0 };
  }
  const words = dictionary();
  return { segmenter: dictionarySegmenter(words), kind: 'typescript', badLines: words.badLines };
}

/** Path of the compiled nodejieba: beside the bundle in a package for one platform, else where npm compiled it. */
export function findNative(bundlePath: string): string | undefined {
  const packaged = join(dirname(bundlePath), 'native', 'nodejieba.node');
  if (existsSync(packaged)) return packaged;
  try {
    const manifest = createRequire(bundlePath).resolve('nodejieba/package.json');
    const path = join(manifest, '..', 'build', 'Release', 'nodejieba.node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function loadNative(directory: string, path: string): NativeJieba | undefined {
  const files = NATIVE_FILES.map(name => join(directory, name));
  if (![path, ...files].every(file => existsSync(file))) return undefined;
  try {
    const native = createRequire(path)(path) as NativeJieba;
    const [dictionary, hmm, user, idf, stopWords] = files as [string, string, string, string, string];
    return native.load(dictionary, hmm, user, idf, stopWords) ? native : undefined;
  } catch {
    return undefined;
  }
}

function nativeSegmenter(native: NativeJieba, dictionary: () => Segmenter): Segmenter {
  let fallback: Segmenter | undefined;
  return {
    wordStarts(text) {
      const starts: number[] = [];
      let at = 0;
      for (const word of native.cut(text, false)) {
        starts.push(at);
        at += word.length;
      }
      if (at === text.length && text.isWellFormed()) return Uint32Array.from(starts);
      // Lone surrogates would be lost in UTF-8, so such text is split by our own segmenter.
      fallback ??= dictionary();
      return fallback.wordStarts(text);
    },
  };
}
