import { DatabaseSync } from 'node:sqlite';

/** Counts occurrences, overlapping ones too, by `indexOf` over every text. */
export function scanner(texts: readonly string[]): (phrase: string) => number {
  return phrase => {
    let count = 0;
    for (const text of texts) for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) count++;
    return count;
  };
}

/** Counts occurrences with SQLite's FTS5 over trigrams: it finds the paragraphs, the count within them is ours. */
export function openFts5(texts: readonly string[]): (phrase: string) => number {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE paragraphs USING fts5(text, tokenize='trigram')");
  const insert = database.prepare('INSERT INTO paragraphs VALUES (?)');
  database.exec('BEGIN');
  for (const text of texts) for (const paragraph of text.split('\n')) insert.run(paragraph);
  database.exec('COMMIT');
  const find = database.prepare('SELECT text FROM paragraphs WHERE paragraphs MATCH ?');
  return phrase => {
    const rows = find.all(`"${phrase.replaceAll('"', '""')}"`) as Array<{ text: string }>;
    return scanner(rows.map(row => row.text))(phrase);
  };
}
