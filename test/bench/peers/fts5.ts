import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { textsOf } from '../cleanCorpus.ts';
import { type Engine, Places } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/**
 * SQLite's FTS5 over trigrams: it finds the paragraphs, the places in them are found by `indexOf`. A phrase of two
 * characters it cannot know; SQLite then looks at every row.
 */
export const fts5: Engine = {
  build(task) {
    const database = new DatabaseSync(pathIn(task.directory));
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec("CREATE VIRTUAL TABLE paragraphs USING fts5(text, tokenize='trigram case_sensitive 1')");
    const insert = database.prepare('INSERT INTO paragraphs VALUES (?)');
    database.exec('BEGIN');
    for (const text of textsOf(task.corpus)) for (const paragraph of text.split('\n')) insert.run(paragraph);
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  },
  open(task) {
    const database = new DatabaseSync(pathIn(task.directory));
    const byTrigrams = database.prepare('SELECT rowid, text FROM paragraphs WHERE paragraphs MATCH ?');
    const byScan = database.prepare('SELECT rowid, text FROM paragraphs WHERE instr(text, ?) > 0');
    const insert = database.prepare('INSERT INTO paragraphs VALUES (?)');
    return {
      lookup(phrase) {
        const rows =
          phrase.length < 3 ? byScan.iterate(phrase) : byTrigrams.iterate(`"${phrase.replaceAll('"', '""')}"`);
        const places = new Places(MAX_PLACES);
        for (const { rowid, text } of rows) places.scan(rowid as number, text as string, phrase);
        return places.count;
      },
      add(text) {
        database.exec('BEGIN');
        for (const paragraph of text.split('\n')) insert.run(paragraph);
        database.exec('COMMIT');
      },
      close: () => database.close(),
    };
  },
};

function pathIn(directory: string): string {
  return join(directory, 'fts5.sqlite');
}
