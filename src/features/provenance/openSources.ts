import { createHash } from 'node:crypto';
import * as vscode from 'vscode';

const storageKey = 'jianggao.openSources';
/** More than anybody has open; those that were closed drop out as others come. */
const maxSources = 50;

/** A marked place. Of the words there only a hash is kept: text of the corpus stays in the index, which the user can remove. */
interface Mark {
  readonly start: readonly [line: number, character: number];
  readonly end: readonly [line: number, character: number];
  readonly hash: string;
}

type Stored = ReadonlyArray<readonly [uri: string, marks: readonly Mark[]]>;

/** What a reload of the window would lose of the sources that are open: which files were laid out, and the places marked in each. */
export class OpenSources {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  has(uri: vscode.Uri): boolean {
    return this.#marks(uri) !== undefined;
  }

  /** The places that were marked in the document, without those where other words stand now. */
  placesIn(document: vscode.TextDocument): readonly vscode.Range[] {
    const marks = this.#marks(document.uri) ?? [];
    return marks.flatMap(({ start, end, hash }) => {
      const range = new vscode.Range(...start, ...end);
      return hashOf(document, range) === hash ? [range] : [];
    });
  }

  /** Replaces what was known of the document. */
  async keep(document: vscode.TextDocument, places: readonly vscode.Range[]): Promise<void> {
    const marks = places.map(place => ({
      start: [place.start.line, place.start.character] as const,
      end: [place.end.line, place.end.character] as const,
      hash: hashOf(document, place),
    }));
    if (JSON.stringify(marks) === JSON.stringify(this.#marks(document.uri))) return;
    const entry = [document.uri.toString(), marks] as const;
    const others = this.#without(document.uri).slice(1 - maxSources);
    await this.#memento.update(storageKey, [...others, entry]);
  }

  async forget(uri: vscode.Uri): Promise<void> {
    if (this.has(uri)) await this.#memento.update(storageKey, this.#without(uri));
  }

  #without(uri: vscode.Uri): Stored {
    const key = uri.toString();
    return this.#stored.filter(([other]) => other !== key);
  }

  #marks(uri: vscode.Uri): readonly Mark[] | undefined {
    const key = uri.toString();
    return this.#stored.find(([other]) => other === key)?.[1];
  }

  get #stored(): Stored {
    return this.#memento.get<Stored>(storageKey) ?? [];
  }
}

function hashOf(document: vscode.TextDocument, place: vscode.Range): string {
  return createHash('sha256').update(document.getText(place)).digest('base64url');
}
