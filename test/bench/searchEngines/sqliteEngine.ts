import { Database } from 'node-sqlite3-wasm';
import { rmSync } from 'node:fs';
import { paperTexts } from './paperTexts';
import { type SearchEngine, limit } from './searchEngine';

// The texts themselves are not kept, as the library has them; beginnings of up to three letters have lists of their own.
const tables = `
  CREATE TABLE paper (number INTEGER PRIMARY KEY, id TEXT);
  CREATE VIRTUAL TABLE words USING fts5(title, abstract, authors, venue, year,
    content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');`;
const find = `
  SELECT id FROM words JOIN paper ON paper.number = words.rowid
  WHERE words MATCH ? ORDER BY bm25(words, 10, 1, 5, 2, 2) LIMIT ${limit}`;

/** FTS5: all the words, the last one perhaps unfinished; some of them where no paper has all. It knows no slips. */
export const sqliteEngine: SearchEngine = {
  build(papers, file) {
    rmSync(file, { force: true });
    const database = new Database(file);
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; ${tables}`);
    const paper = database.prepare('INSERT INTO paper VALUES (?, ?)');
    const words = database.prepare(
      'INSERT INTO words (rowid, title, abstract, authors, venue, year) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const [number, { id, title, abstract, authors, venue, year }] of papers.map(paperTexts).entries()) {
      paper.run([number, id]);
      words.run([number, title, abstract, authors, venue, year]);
    }
    paper.finalize();
    words.finalize();
    database.exec("INSERT INTO words (words) VALUES ('optimize'); COMMIT");
    database.close();
  },
  open(file) {
    const database = new Database(file, { readOnly: true });
    database.exec('PRAGMA cache_size = -64000');
    const statement = database.prepare(find);
    return (query) => {
      const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
      if (words.length === 0) return [];
      const terms = words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`);
      const all = statement.all([terms.join(' AND ')]);
      const found = all.length > 0 || terms.length === 1 ? all : statement.all([terms.join(' OR ')]);
      return found.map(({ id }) => String(id));
    };
  },
};
