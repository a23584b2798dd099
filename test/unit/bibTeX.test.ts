import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { writeBibTeX } from '../../src/core/formats/bibTeX';
import type { Paper } from '../../src/core/paper';
import { dao, li, paper } from './citePapers';

/** The fields of an entry as BibTeX finds them: name to value, by counting braces. Fails on anything else. */
function readEntry(entry: string): {
  readonly type: string;
  readonly key: string;
  readonly fields: Map<string, string>;
} {
  const head = /^@([a-z]+)\{([^\s,{}]+)(?:,\n|\n\}\n$)/.exec(entry);
  if (!head) throw new Error(`no entry begins: ${entry.slice(0, 80)}`);
  const fields = new Map<string, string>();
  let at = head[0].length;
  while (entry.slice(at) !== '}\n' && at < entry.length) {
    const field = /^ {2}([a-zA-Z]+) = \{/.exec(entry.slice(at, at + 40));
    if (!field) throw new Error(`no field begins: ${entry.slice(at, at + 80)}`);
    const start = at + field[0].length;
    let end = start;
    for (let depth = 1; ; end++) {
      if (end >= entry.length) throw new Error(`${field[1]} never ends`);
      if (entry[end] === '{') depth++;
      if (entry[end] === '}' && --depth === 0) break;
    }
    fields.set(field[1]!, entry.slice(start, end));
    const separator = /^\}(,\n|\n(?=\}\n$))/.exec(entry.slice(end, end + 4));
    if (!separator) throw new Error(`text behind ${field[1]}: ${entry.slice(end, end + 80)}`);
    at = end + separator[0].length;
  }
  return { type: head[1]!, key: head[2]!, fields };
}

function field(changes: Partial<Paper>, name: string): string | undefined {
  return readEntry(writeBibTeX(paper(changes))).fields.get(name);
}

describe('Writing BibTeX', () => {
  it('writes a paper of a conference, its arXiv id beside', () => {
    expect(writeBibTeX({ ...dao, primaryClass: 'cs.LG', title: 'FlashAttention: Fast and Memory-Efficient' })).to.equal(
      `@inproceedings{dao2022flashattention,
  title = {{FlashAttention}: Fast and Memory-Efficient},
  author = {Dao, Tri and Fu, Daniel Y. and Ermon, Stefano},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2022},
  eprint = {2205.14135},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG}
}
`,
    );
  });

  it('writes a preprint as arXiv asks', () => {
    const { venue, ...preprint } = paper({ type: 'article', title: 'A b', authors: [{ given: 'X', family: 'Y' }] });
    expect(venue).to.be.a('string');
    expect(writeBibTeX(preprint)).to.equal(
      `@misc{dao2022flashattention,
  title = {A b},
  author = {Y, X},
  year = {2022},
  eprint = {2205.14135},
  archivePrefix = {arXiv}
}
`,
    );
  });

  it('names a DOI, and an address only where nothing better is known', () => {
    expect([...readEntry(writeBibTeX(li)).fields]).to.deep.include(['doi', '10.1145/1234']);
    expect(writeBibTeX(li)).to.not.contain('url');
    const { doi, ...bare } = { ...li, links: [{ kind: 'project' as const, url: 'https://a.example/x_y?p=1%20#z' }] };
    expect(doi).to.be.a('string');
    expect(readEntry(writeBibTeX(bare)).fields.get('url')).to.equal('https://a.example/x_y?p=1%20#z');
  });

  const types: readonly (readonly [type: Paper['type'], entry: string, venue: string])[] = [
    ['paper-conference', 'inproceedings', 'booktitle'],
    ['article-journal', 'article', 'journal'],
    ['thesis', 'phdthesis', 'school'],
    ['report', 'techreport', 'institution'],
    ['book', 'book', 'publisher'],
    ['chapter', 'incollection', 'booktitle'],
    ['article', 'misc', 'howpublished'],
    ['software', 'misc', 'howpublished'],
    ['dataset', 'misc', 'howpublished'],
    ['webpage', 'misc', 'howpublished'],
    ['document', 'misc', 'howpublished'],
  ];
  for (const [type, entry, venue] of types) {
    it(`writes ${type} as @${entry}, and as @misc without a venue`, () => {
      const written = readEntry(writeBibTeX(paper({ type, venue: 'V & W' })));
      expect(written.type).to.equal(entry);
      expect(written.fields.get(venue)).to.equal('V \\& W');
      const { venue: dropped, ...without } = paper({ type });
      expect(dropped).to.be.a('string');
      expect(readEntry(writeBibTeX(without)).type).to.equal('misc');
    });
  }

  const names: readonly (readonly [given: string | undefined, family: string, written: string])[] = [
    ['Guy', 'Van den Broeck', 'Van den Broeck, Guy'],
    ['Connal', 'de Souza', 'de Souza, Connal'],
    ['Carlo C', 'Del Mundo', 'Del Mundo, Carlo C'],
    [undefined, 'Google Research', '{Google Research}'],
    [undefined, 'Johnson and Johnson', '{Johnson and Johnson}'],
    ['John', 'Smith, Jr.', '{Smith, Jr.}, John'],
    ['A and B', 'Smith', 'Smith, {A and B}'],
    ['Florian', 'Häse', 'Häse, Florian'],
    ['明', '王', '王, 明'],
    [undefined, 'AT&T_{Labs}', '{AT\\&T\\_{\\textbraceleft}Labs{\\textbraceright}}'],
    ['a\n\u202Eb', 'c\td', 'c d, a b'],
    [undefined, 'others', 'others'],
  ];
  for (const [given, family, written] of names) {
    it(`writes the name ${JSON.stringify([given, family])}`, () => {
      expect(field({ authors: [given === undefined ? { family } : { given, family }] }, 'author')).to.equal(written);
    });
  }

  it('writes “and others” where the authors are not all named', () => {
    expect(field({ authors: [{ given: 'Tri', family: 'Dao' }], andOthers: true }, 'author')).to.equal(
      'Dao, Tri and others',
    );
  });

  const titles: readonly (readonly [title: string, written: string])[] = [
    ['Attention is all you need', 'Attention is all you need'],
    ['BERT: Pre-training', '{BERT}: Pre-training'],
    ['KV-Cache and Self-Attention', '{KV}-Cache and Self-Attention'],
    ['eDKM and mT5 on iPhone', '{eDKM} and {mT5} on {iPhone}'],
    ['3D Gaussian, E²GAN', '{3D} Gaussian, {E²GAN}'],
    ['Ca2-VDM in Wav2vec', '{Ca2}-{VDM} in {Wav2vec}'],
    ['A vitamin C test', 'A vitamin {C} test'],
    ['(LLM)s "GPT"', '({LLM})s "{GPT}"'],
    ['100% of R&D_x #1 $5', '100\\% of {R\\&D\\_x} \\#1 \\$5'],
    ['a^b ~ {c} \\input{d}', 'a{\\textasciicircum}b {\\textasciitilde} {\\textbraceleft}c{\\textbraceright} {\\textbackslash}input{\\textbraceleft}d{\\textbraceright}'],
    ['a\nb\u202Ec', 'a bc'],
    ['Über Ökonomie', 'Über Ökonomie'],
    ['注意力机制', '注意力机制'],
    ['a } @misc{b, c', 'a {\\textbraceright} @misc{\\textbraceleft}b, c'],
  ]; // prettier-ignore
  for (const [title, written] of titles) {
    it(`writes the title ${JSON.stringify(title)}`, () => {
      expect(field({ title }, 'title')).to.equal(written);
    });
  }

  const markups: readonly (readonly [markup: string, written: string])[] = [
    ['Scaling to $10^{13}$ for \\$5', 'Scaling to {$10^{13}$} for \\$5'],
    ['E$^{2}$GAN', '{E$^{2}$GAN}'],
    ['$\\mathcal{O}(n \\log n)$ at 5%', '{$\\mathcal{O}(n \\log n)$} at 5\\%'],
    ['$91.7%$', '{$91.7\\%$}'],
    // What is not plainly mathematics is left to the plain title.
    ['$\\input{/etc/passwd}$', 'plain'],
    ['$\\write18{rm}$', 'plain'],
    ['$^^5cinput$', 'plain'],
    ['$a}$', 'plain'],
    ['$}{$', 'plain'],
    ['$\\{a\\}$', 'plain'],
    ['$a', 'plain'],
    ['$a\\\\$', 'plain'],
  ];
  for (const [title, written] of markups) {
    it(`writes the mathematics of ${JSON.stringify(title)}`, () => {
      expect(field({ title: 'plain', markup: { title, abstract: '' } }, 'title')).to.equal(written);
    });
  }

  it('writes every bundled paper as one entry under its own key', () => {
    const papers = JSON.parse(readFileSync('corpus/papers.json', 'utf8')) as readonly Paper[];
    expect(papers).to.have.lengthOf(115);
    for (const bundled of papers) {
      const { key, fields } = readEntry(writeBibTeX(bundled));
      expect(key).to.equal(bundled.key);
      expect(fields, key).to.include.keys('title', 'author', 'year', 'eprint');
    }
  });

  it('keeps keys, ids and addresses from breaking out', () => {
    const entry = writeBibTeX(
      paper({ key: 'a},\n@b{c', arxiv: '2205}{.1', doi: '10.1/a_b%c}\n', primaryClass: '{', links: [] }),
    );
    expect(entry).to.contain('@inproceedings{abc,\n');
    expect(entry).to.contain('  eprint = {2205%7D%7B.1},\n');
    expect(entry).to.contain('  doi = {10.1/a_b%c%7D}\n');
    expect(readEntry(writeBibTeX(paper({ key: ' ' }))).key).to.equal('paper');
  });

  it('takes a megabyte of anything', () => {
    for (const title of ['{', '\\', '} ', '$', 'A b\n', '\u202E']) {
      readEntry(
        writeBibTeX(paper({ title: title.repeat(500_000), markup: { title: title.repeat(500_000), abstract: '' } })),
      );
    }
  }).timeout(20_000);

  it('is one entry in balanced braces, one line a value, whatever the paper', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom('{', '}', '\\', '$', '%', '"', '@', ',', '=', '\n', ' and ', 'A', 'b', '\u202E', '^^', '_'),
          {
            maxLength: 20,
          },
        )
        .map((pieces) => pieces.join('')),
    );
    const author = fc.record({ given: fc.option(text, { nil: undefined }), family: text });
    const hostile = fc.record({
      key: text,
      title: text,
      markup: fc.record({ title: text, abstract: text }),
      authors: fc.array(author, { maxLength: 3 }),
      venue: text,
      doi: text,
      arxiv: text,
      primaryClass: text,
      type: fc.constantFrom(...types.map(([type]) => type)),
    });
    fc.assert(
      fc.property(hostile, (changes) => {
        const authors = changes.authors.map(({ given, family }) =>
          given === undefined ? { family } : { given, family },
        );
        const { fields } = readEntry(writeBibTeX(paper({ ...changes, authors })));
        for (const [name, value] of fields) {
          expect(value).to.not.match(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E]/u);
          if (['doi', 'eprint', 'primaryClass'].includes(name)) continue;
          // A character that means something to TeX stands behind a backslash or in a command.
          expect(value.replace(/\\[&%$#_]/gu, '').replace(/\$[^$]*\$/gu, '')).to.not.match(/[$&#%]/u);
        }
      }),
      { seed: 20221122, numRuns: 2_000 },
    );
  }).timeout(20_000);
});
