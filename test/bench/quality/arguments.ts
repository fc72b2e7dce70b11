import { parseArgs } from 'node:util';
import type { CompletionMode } from '../../../src/core/complete/suggestion.ts';

export interface Arguments {
  readonly corpus: string;
  readonly drafts: string | undefined;
  readonly index: string | undefined;
  readonly gold: string | undefined;
  readonly outlines: string | undefined;
  readonly documents: string | undefined;
  readonly imports: string | undefined;
  readonly originals: string | undefined;
  /** All kinds if empty. */
  readonly kinds: readonly string[];
  readonly modes: readonly CompletionMode[];
  readonly maxCharacters: number | undefined;
  readonly stretches: number;
  readonly references: boolean;
  readonly write: string | undefined;
  /** Whether dist/ is to be built first. */
  readonly build: boolean;
}

const USAGE = `npm run bench:quality -- --corpus DIR …
  --drafts DIR         completion: documents to type, one folder a kind
  --kind KIND          only these (repeatable)
  --modes LIST         of eager, balanced, quiet; all of them by default
  --max-characters N   about as much of each draft, in evenly spaced paragraphs
  --no-references      without the reference engines and the oracle
  --index DIR          use this index of the corpus instead of building one
  --stretches N        provenance: so many random stretches (2000; 0: none)
  --gold DIR           series: labelled documents, JSON; otherwise ours, where ../shared lies beside the checkout
  --outlines FILE      outlines: labelled headings (test/fixtures/outlines/*.tsv) …
  --documents DIR      … and the folder of the documents they are of
  --import DIR         import: a folder with MANIFEST.tsv …
  --originals DIR      … and hand-checked clean texts of its files
  --write FILE         also write what is printed
  --no-build           take dist/ as it is`;

/** @throws Error that says how to call, if `argv` is not understood */
export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowNegative: true,
      options: {
        corpus: { type: 'string' },
        drafts: { type: 'string' },
        index: { type: 'string' },
        gold: { type: 'string' },
        outlines: { type: 'string' },
        documents: { type: 'string' },
        import: { type: 'string' },
        originals: { type: 'string' },
        kind: { type: 'string', multiple: true, default: [] },
        modes: { type: 'string', default: 'eager,balanced,quiet' },
        'max-characters': { type: 'string' },
        stretches: { type: 'string', default: '2000' },
        references: { type: 'boolean', default: true },
        write: { type: 'string' },
        build: { type: 'boolean', default: true },
      },
    });
    if (values.corpus === undefined) throw new Error('--corpus is missing');
    if ((values.outlines === undefined) !== (values.documents === undefined)) {
      throw new Error('--outlines and --documents go together');
    }
    return {
      corpus: values.corpus,
      drafts: values.drafts,
      index: values.index,
      gold: values.gold,
      outlines: values.outlines,
      documents: values.documents,
      imports: values.import,
      originals: values.originals,
      kinds: values.kind,
      modes: values.modes.split(',').map(asMode),
      maxCharacters: values['max-characters'] === undefined ? undefined : wholeNumber(values['max-characters']),
      stretches: wholeNumber(values.stretches),
      references: values.references,
      write: values.write,
      build: values.build,
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function asMode(name: string): CompletionMode {
  if (name === 'eager' || name === 'balanced' || name === 'quiet') return name;
  throw new Error(`no mode ${name}`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`no whole number: ${text}`);
  return number;
}
