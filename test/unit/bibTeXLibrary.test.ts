import { expect } from 'chai';
import fc from 'fast-check';
import { writeBibTeX } from '../../src/core/formats/bibTeX';
import { fullVenueName } from '../../src/core/venueNames';
import { bibTeXLibrary } from '../../src/core/formats/bibtex/bibTeXLibrary';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import { fullName } from '../../src/core/labels';
import type { Paper, PaperRecord } from '../../src/core/paper';
import { paper } from './citePapers';

function papers(text: string): readonly PaperRecord[] {
  return bibTeXLibrary.parse(text).papers;
}

/** The only paper of an entry with these fields. */
function read(fields: string, type = 'article'): PaperRecord {
  const [record, ...others] = papers(`@${type}{key,\n${fields}\n}`);
  expect(others).to.deep.equal([]);
  return record!;
}

/** `code line:column`, zero-based. */
function problems(text: string): string[] {
  return bibTeXLibrary.parse(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

const complete = 'author = {A}, title = {T}, journal = {J}, year = 2020';

describe('Reading BibTeX', () => {
  it('knows its files by name, and an entry from the clipboard by its look', () => {
    for (const path of ['/a/refs.bib', '/a/REFS.BIB', '/a/b.bibtex']) {
      expect(detectFormat(path, '')?.id).to.equal('bibtex');
    }
    expect(detectFormat('', '\uFEFF% mine\n\n@article{a,\n title = {T}}')?.id).to.equal('bibtex');
    expect(detectFormat('/a/x.txt', 'see @article')).to.equal(undefined);
  });

  it('reads an entry whole', () => {
    const text = `@inproceedings{dao2022,
      title = {{FlashAttention}: Fast and Memory-Efficient},
      author = {Dao, Tri and Daniel Y. Fu and others},
      booktitle = {Advances in Neural Information Processing Systems \\& more},
      year = 2022, month = dec, pages = {1--16}, volume = 35,
      abstract = {One
        two.

        Three.},
      eprint = {2205.14135v2}, archivePrefix = {arXiv}, primaryClass = {cs.LG},
      keywords = {attention, {IO, awareness}},
      ids = {dao22, flash}, groups = {To read},
      file = {../../etc/passwd},
      url = {https://github.com/Dao-AILab/flash-attention}}`;
    expect(papers(text)).to.deep.equal([
      {
        key: 'dao2022',
        title: 'FlashAttention: Fast and Memory-Efficient',
        abstract: 'One two.\n\nThree.',
        source: {
          title: '{FlashAttention}: Fast and Memory-Efficient',
          abstract: 'One\n        two.\n\n        Three.',
        },
        authors: [
          { given: 'Tri', family: 'Dao' },
          { given: 'Daniel Y.', family: 'Fu' },
        ],
        andOthers: true,
        year: 2022,
        month: 12,
        type: 'paper-conference',
        venue: 'Advances in Neural Information Processing Systems & more',
        arxiv: '2205.14135',
        primaryClass: 'cs.LG',
        topics: [],
        keywords: ['attention', 'IO, awareness'],
        groups: ['To read'],
        aliases: ['dao22', 'flash'],
        links: [
          { kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' },
          { kind: 'pdf', url: 'https://arxiv.org/pdf/2205.14135' },
          { kind: 'code', url: 'https://github.com/Dao-AILab/flash-attention' },
        ],
        fields: { pages: '1--16', volume: '35', file: '../../etc/passwd' },
      },
    ]);
  });

  describe('names', () => {
    const table: readonly (readonly [written: string, names: readonly string[]])[] = [
      ['Tri Dao', ['Tri | Dao']],
      ['Dao, Tri', ['Tri | Dao']],
      ['DAO', ['DAO']],
      ['Jan van den Berg', ['Jan | van den Berg']],
      ['van den Berg, Jan', ['Jan | van den Berg']],
      ['{van der Berg}, Jan', ['Jan | van der Berg']],
      ['Jan {van der Berg}', ['Jan | van der Berg']],
      ['Charles Louis Xavier Joseph de la Vall{\\\'e}e Poussin', ['Charles Louis Xavier Joseph | de la Vallée Poussin']],
      ['Guy Van den Broeck', ['Guy Van | den Broeck']],
      ['Van den Broeck, Guy', ['Guy | Van den Broeck']],
      ['King, Jr., Martin Luther', ['Martin Luther | King Jr.']],
      ['Steele, III, Guy L.', ['Guy L. | Steele III']],
      ['{Google Research}', ['Google Research']],
      ['{{Barnes and Noble, Inc.}} and Knuth, D. E.', ['Barnes and Noble, Inc.', 'D. E. | Knuth']],
      ['H{\\"a}se, Florian AND Erd\\H{o}s, P{\\\'a}l\n and  {\\v S}koda, X', ['Florian | Häse', 'Pál | Erdős', 'X | Škoda']],
      ['{\\v S}omeone Smith', ['Šomeone | Smith']],
      ['Thomas K\\"uhne', ['Thomas | Kühne']],
      ["Christina A. L.\\ Thiele", ['Christina A. L. | Thiele']],
      ['Donald~E. Knuth', ['Donald E. | Knuth']],
      ['jean de la fontaine', ['jean de la fontaine']],
      ['王, 明 and 山田 太郎', ['明 | 王', '山田 | 太郎']],
      ['family=Berg, given=Jan, prefix=van den, useprefix=true and Plain, A', ['Jan | van den Berg', 'A | Plain']],
      ['family={Jolly, Inc}, given="J. J.", suffix=III', ['J. J. | Jolly, Inc III']],
      ['A and  and B', ['A', 'B']],
      ['Anderson and and Brandy, C', ['Anderson', 'C | Brandy']],
      ['A, B, C, D', ['C, D | A B']],
      [', ', []],
      ['', []],
    ]; // prettier-ignore
    for (const [written, names] of table) {
      it(`reads ${JSON.stringify(written)}`, () => {
        const found = read(`author = {${written}}`).authors;
        expect(found.map(({ given, family }) => (given === undefined ? family : `${given} | ${family}`))).to.deep.equal(
          names,
        );
      });
    }

    it('takes “and others” for no author', () => {
      for (const others of ['others', 'Others', 'et al.']) {
        const { authors, andOthers } = read(`author = {Dao, Tri and ${others}}`);
        expect([authors.map(fullName), andOthers]).to.deep.equal([['Tri Dao'], true]);
      }
      expect(read('author = {Dao, Tri}')).to.not.have.property('andOthers');
    });

    it('reads three thousand authors', () => {
      const many = Array.from({ length: 3_000 }, (_, at) => `Family${at}, G. ${at}`).join(' and ');
      const { authors } = read(`author = {${many}}`);
      expect(authors).to.have.length(3_000);
      expect(authors[2_999]).to.deep.equal({ given: 'G. 2999', family: 'Family2999' });
    });
  });

  describe('titles', () => {
    const table: readonly (readonly [written: string, title: string, markup?: string])[] = [
      ['{BERT}: {P}re-training {of {Deep}} models', 'BERT: Pre-training of Deep models'],
      ['Two\n      lines\tand  spaces', 'Two lines and spaces'],
      ['Gr{\\"o}{\\ss}e, na{\\"\\i}ve, \\c{C}a', 'Größe, naïve, Ça'],
      ['A~B -- C\\,D', 'A B – C D'],
      ['\\emph{Very} \\textbf{deep}', 'Very deep'],
      ['On \\mkbibquote{this}', 'On this'],
      ['Cost $O(n^2)$ for \\$5', 'Cost O(n²) for $5', 'Cost $O(n^2)$ for \\$5'],
      ['{$10^{13}$} \\(x_i\\)', '10¹³ xᵢ', '$10^{13}$ $x_i$'],
      ['R\\&D 50\\% \\#1', 'R&D 50% #1'],
      ['ends in \\', 'ends in'],
    ];
    for (const [written, title, markup] of table) {
      it(`reads ${JSON.stringify(written)}`, () => {
        const record = read(`title = {${written}}`);
        expect(record.title).to.equal(title);
        expect(record.markup?.title).to.equal(markup);
        expect(record.source.title).to.equal(written);
      });
    }

    it('adds the subtitle, and shows what has no title under another name', () => {
      expect(read('title = {Main}, subtitle = {Sub}').title).to.equal('Main: Sub');
      expect(read('booktitle = {Proc. of X}').title).to.equal('Proc. of X');
      expect(read('year = 2020').title).to.equal('key');
    });

    it('takes prices in abstracts for prices', () => {
      const { abstract, markup } = read('abstract = {From $5 to $10 in $n^2$ steps, 50% off.}');
      expect(abstract).to.equal('From $5 to $10 in n² steps, 50% off.');
      expect(markup?.abstract).to.equal('From \\$5 to \\$10 in $n^2$ steps, 50% off.');
    });
  });

  describe('dates', () => {
    const table: readonly (readonly [fields: string, year: number | undefined, month?: number])[] = [
      ['year = 2020, month = feb', 2020, 2],
      ['year = {2020}, month = "10~" # oct', 2020, 10],
      ['year = {2020}, month = {September}', 2020, 9],
      ['year = {2020}, month = {07}', 2020, 7],
      ['year = {c. 1999}, month = {13}', 1999],
      ['year = {1999/2000}', 1999],
      ['year = {in press}', undefined],
      ['year = {20201}', undefined],
      ['date = {2004-09-17}', 2004, 9],
      ['date = {2004-09/2005-01}', 2004, 9],
      ['date = {1723~}', 1723],
      ['date = {2003-21}', 2003],
      ['date = {/2005}', 2005],
      ['date = {2004/..}, year = {1990}', 2004],
      ['date = {forthcoming}, year = {1990}', 1990],
    ];
    for (const [fields, year, month] of table) {
      it(`reads ${fields}`, () => {
        const record = read(fields);
        expect([record.year, record.month]).to.deep.equal([year, month]);
      });
    }
  });

  describe('identifiers', () => {
    const table: readonly (readonly [fields: string, arxiv: string | undefined, doi: string | undefined])[] = [
      ['doi = {10.1000/A\\_b}', undefined, '10.1000/a_b'],
      ['doi = {https://doi.org/10.1000/X}', undefined, '10.1000/x'],
      ['doi = {\\url{https://dx.doi.org/10.1000/x}}', undefined, '10.1000/x'],
      ['doi = {10.48550/arXiv.1706.03762}', '1706.03762', undefined],
      ['url = {https://doi.org/10.1000/x}', undefined, '10.1000/x'],
      ['url = {http://arxiv.org/abs/1706.03762v5}', '1706.03762', undefined],
      ['eprint = {1706.03762}', '1706.03762', undefined],
      ['eprint = {arXiv:1706.03762v5 [cs.CL]}, eprinttype = {arXiv}', '1706.03762', undefined],
      ['eprint = {math/0307200}, eprinttype = {arxiv}', 'math/0307200', undefined],
      ['eprint = {1706.03762}, eprinttype = {jstor}', undefined, undefined],
      ['arxivId = {1706.03762}', '1706.03762', undefined],
      ['journal = {arXiv preprint arXiv:1706.03762}', '1706.03762', undefined],
      ['journal = {CoRR}, volume = {abs/1706.03762}', '1706.03762', undefined],
      ['howpublished = {\\url{https://arxiv.org/abs/1706.03762}}', '1706.03762', undefined],
      ['doi = {none}, eprint = {x}', undefined, undefined],
    ];
    for (const [fields, arxiv, doi] of table) {
      it(`finds them in ${fields}`, () => {
        const record = read(fields, 'misc');
        expect([record.arxiv, record.doi]).to.deep.equal([arxiv, doi]);
      });
    }

    it('never makes a link of what is no web address', () => {
      const { links } = read('url = {javascript:alert(1)}, file = {/etc/passwd}, howpublished = {file:///etc/passwd}');
      expect(links).to.deep.equal([]);
    });
  });

  describe('types and venues', () => {
    const table: readonly (readonly [type: string, fields: string, read: string, venue: string | undefined])[] = [
      ['article', 'journal = {J}', 'article-journal', 'J'],
      ['article', 'journaltitle = {J \\& K}', 'article-journal', 'J & K'],
      ['article', 'journal = {arXiv preprint arXiv:1706.03762}', 'article', undefined],
      ['inproceedings', 'booktitle = {B}', 'paper-conference', 'B'],
      ['CONFERENCE', 'booktitle = {B}', 'paper-conference', 'B'],
      ['incollection', 'booktitle = {B}, publisher = {P}', 'chapter', 'B'],
      ['book', 'publisher = {P}', 'book', 'P'],
      ['phdthesis', 'school = {S}', 'thesis', 'S'],
      ['thesis', 'institution = {S}', 'thesis', 'S'],
      ['techreport', 'institution = {S}', 'report', 'S'],
      ['online', 'organization = {O}', 'webpage', 'O'],
      ['misc', 'howpublished = {H}', 'document', 'H'],
      ['misc', 'howpublished = {\\url{https://a.example}}', 'document', undefined],
      ['misc', 'eprint = {1706.03762}', 'article', undefined],
      ['software', 'version = {1}', 'software', undefined],
      ['dataset', 'publisher = {Zenodo}', 'dataset', 'Zenodo'],
      ['unheardof', 'howpublished = {H}', 'document', 'H'],
    ];
    for (const [type, fields, readType, venue] of table) {
      it(`reads @${type} with ${fields}`, () => {
        const record = read(fields, type);
        expect([record.type, record.venue]).to.deep.equal([readType, venue]);
      });
    }
  });

  it('splits keywords at semicolons where there are any', () => {
    expect(read('keywords = {a; b, c; a}').keywords).to.deep.equal(['a', 'b, c']);
    expect(read('keyword = {a, {\\"u}}').keywords).to.deep.equal(['a', 'ü']);
  });

  it('writes abbreviations out, in any case and nested', () => {
    const text =
      '@string{n = "Neur"} @STRING{Nips = n # {IPS}} @article{k, journal = NIPS # " " # 35, year = 2022, month = JAN}';
    const [record] = papers(text);
    expect([record?.venue, record?.month]).to.deep.equal(['NeurIPS 35', 1]);
    expect(problems('@misc{l, title = x # "y", note = X}')).to.deep.equal(['undefined-string 0:17']);
    expect(papers('@misc{l, title = x # "y"}')[0]?.title).to.equal('xy');
  });

  it('keeps every field it does not know, and none by a name that means something to JavaScript', () => {
    expect(read('X-Foo = {\\v{S} {1}}, __proto__ = {y}, isbn = "1"').fields).to.deep.equal({
      'x-foo': '\\v{S} {1}',
      isbn: '1',
    });
  });

  it('takes the groups of old JabRef databases', () => {
    const text = `@article{a, title={T}, groups = {Own}}@article{b_long_key, title={U}}
@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:Cu\\\\\\;O\\;0\\;a\\;b_lo
ng_key\\;;
2 ExplicitGroup:Inner\\;0\\;a\\;;
1 KeywordGroup:Other\\;0\\;keywords\\;a\\;0\\;0\\;;
}`;
    expect(papers(text).map(({ groups }) => groups)).to.deep.equal([['Own', 'Cu;O', 'Inner'], ['Cu;O']]);
  });

  describe('inheritance', () => {
    it('gives a paper the fields of its proceedings, under its names, but not what tells them apart', () => {
      const text = `@inproceedings{p, author = {A}, title = {P}, crossref = {proc}}
@proceedings{proc, title = {Proc}, subtitle = {Sub}, editor = {E}, year = 2020, doi = {10.1000/proc}, note = {n},
  publisher = {ACM}}`;
      const [child] = papers(text);
      expect(child).to.deep.include({ title: 'P', venue: 'Proc', year: 2020, editors: [{ family: 'E' }] });
      expect(child).to.not.have.property('doi');
      expect(child?.fields).to.deep.equal({ booksubtitle: 'Sub', publisher: 'ACM' });
      expect(problems(text)).to.deep.equal([]);
    });

    it('renames as biber does, by the types of both', () => {
      const parent = '@book{b, title = {B}, author = {A}, year = 1999, publisher = {P}}';
      expect(papers(`@inbook{c, title = {C}, crossref = b}${parent}`.replace('= b}', '= {b}}'))[0]).to.deep.include({
        title: 'C',
        venue: 'B',
        authors: [{ family: 'A' }],
      });
      expect(papers(`@article{c, title = {C}, crossref = {j}}@periodical{j, title = {J}}`)[0]?.venue).to.equal('J');
      expect(papers(`@misc{c, crossref = {b}}${parent}`)[0]?.title).to.equal('B');
    });

    it('takes no name for one that means something to JavaScript', () => {
      const [, child] = papers(`@proceedings{p, title = {P}, constructor = {v}, year = 2000}
@inproceedings{c, title = {C}, author = {A}, crossref = {p}}`);
      expect(child?.fields).to.deep.equal({ constructor: 'v' });
      expect(papers('@constructor{a, title = {T}} @__proto__{b, title = {U}}').map(({ type }) => type)).to.deep.equal([
        'document',
        'document',
      ]);
    });

    it('follows chains, aliases and xdata, and ends circles', () => {
      const text = `@inproceedings{p, title = {P}, author = {A}, crossref = {old}}
@proceedings{q, ids = {older, old}, title = {Q}, xdata = {x, y}}
@xdata{x, publisher = {X}, xdata = {z}} @xdata{y, publisher = {Y}, year = 2001} @xdata{z, location = {Z}}
@misc{c, title = {C}, crossref = {d}} @misc{d, title = {D}, year = 1, crossref = {c}} @misc{s, title={S}, crossref={s}}`;
      const [first] = papers(text);
      expect(papers(text).map(({ key }) => key)).to.deep.equal(['p', 'q', 'c', 'd', 's']);
      expect(first).to.deep.include({ venue: 'Q', year: 2001, fields: { publisher: 'X', location: 'Z' } });
      expect(problems(text)).to.deep.equal([]);
    });

    it('follows a chain as long as the file', () => {
      const chain = Array.from({ length: 20_000 }, (_, at) => `@misc{k${at}, title={T}, crossref = {k${at + 1}}}`);
      const found = papers(`${chain.join('\n')}\n@misc{k20000, title={T}, year = 2001}`);
      expect(found).to.have.length(20_001);
      expect(found[0]?.year).to.equal(2001);
    }).timeout(20_000);
  });

  describe('problems', () => {
    const table: readonly (readonly [what: string, text: string, problems: readonly string[]])[] = [
      ['nothing wrong', `@article{a, ${complete}}`, []],
      ['a malformed entry', `\n@article{a, ${complete},\n  nonsense\n}`, ['malformed-entry 2:2']],
      ['an unclosed entry', `@article{a, ${complete},\n\n  @article{b, ${complete}}`, ['unclosed-entry 0:0']],
      ['a missing key', `\r\n @article{${complete}}`, ['missing-key 1:1']],
      ['equal keys', `@article{a, ${complete}}\n@article{a, ${complete}}`, ['duplicate-key 1:9']],
      ['keys that differ in case', `@article{a, ${complete}}\n@article{A, ${complete}}`, ['duplicate-key 1:9']],
      ['missing fields', '@article{a, title = {T}}', ['missing-field 0:9']],
      ['an empty field', `@misc{a, title = { }}`, ['missing-field 0:6']],
      ['a preprint without a journal', '@article{a, title={T}, author={A}, year=1, eprint={1706.03762}}', []],
      ['an undefined abbreviation, once', '@misc{a, title = x}\n@misc{b, title = X}', ['undefined-string 0:17']],
      ['an unknown parent', '@misc{a, title={T}, crossref = {b}}', ['unknown-crossref 0:6']],
      ['unknown data', '@misc{a, title={T}, xdata = {b, c}}', ['unknown-crossref 0:6', 'unknown-crossref 0:6']],
    ];
    for (const [what, text, expected] of table) {
      it(`reports ${what}`, () => expect(problems(text)).to.deep.equal(expected));
    }

    it('tells in words what is missing, and hides nothing for it', () => {
      const { papers: found, problems: told } = bibTeXLibrary.parse('@article{a, note = {x}} @article{a, note = {y}}');
      expect(found).to.have.length(2);
      expect(told.map(({ message }) => message)).to.deep.equal([
        '“a” lacks title, author, journal and year.',
        'The key “a” is used more than once.',
        '“a” lacks title, author, journal and year.',
      ]);
    });
  });

  describe('bad input', () => {
    it('does not grow without limit by abbreviations of abbreviations', () => {
      const strings = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n');
      const [record] = papers(`@string{s0 = "${'x'.repeat(1_000)}"}\n${strings}\n@misc{a, title = s60 # s40}`);
      expect(record?.title.length).to.be.lessThan(5_000_000);
    }).timeout(20_000);

    it('does not grow without limit by inheritance', () => {
      const fields = Array.from({ length: 900 }, (_, at) => `f${at} = {${'x'.repeat(100)}}`).join(',');
      const children = Array.from({ length: 2_000 }, (_, at) => `@misc{c${at}, xdata={x}}`).join('\n');
      const text = `@xdata{x, ${fields}}\n${children}`;
      const size = papers(text)
        .flatMap((one) => Object.values(one.fields ?? {}))
        .join('').length;
      expect(size).to.be.lessThan(5 * text.length + 1_000_000);
    }).timeout(20_000);

    const hostile: readonly (readonly [what: string, text: string])[] = [
      ['braces', `@a{k, author = {${'{'.repeat(300_000)}${'}'.repeat(300_000)}}}`],
      ['backslashes', `@a{k, title = {${'\\'.repeat(600_000)}}, author = {${'\\'.repeat(300_000)}}}`],
      ['dollars', `@a{k, title = {${'$ '.repeat(300_000)}}, abstract = {${'$a'.repeat(300_000)}}}`],
      ['formulas that never close', `@a{k, title = {${'\\('.repeat(300_000)}}}`],
      ['commas', `@a{k, author = {${','.repeat(600_000)}}, keywords = {${',;'.repeat(300_000)}}}`],
      ['ands', `@a{k, author = {${'and '.repeat(300_000)}}}`],
      ['tildes and dashes', `@a{k, title = {${'~--`'.repeat(200_000)}}}`],
      ['line breaks', `@a{k, abstract = {a${'\n \n'.repeat(300_000)}b}, title = {${'\r'.repeat(300_000)}}}`],
      ['groups', `@comment{jabref-meta: groupstree: ${'1 ExplicitGroup:a\\;0\\;k\\;;'.repeat(30_000)}}@a{k,}`],
      ['urls', `@a{k, url = {${'{'.repeat(100_000)}${'}'.repeat(100_000)}}, doi = {${'\\url'.repeat(100_000)}}}`],
      ['problems', '@article{a,t=x}\n'.repeat(40_000)],
    ];
    for (const [what, text] of hostile) {
      it(`reads half a megabyte of ${what}`, () => {
        const begun = performance.now();
        bibTeXLibrary.parse(text);
        expect(performance.now() - begun).to.be.lessThan(10_000);
      }).timeout(60_000);
    }

    it('never throws, whatever the text', () => {
      const piece = fc.oneof(
        fc.constantFrom('@', '{', '}', '"', ',', '=', '#', '\n', '\\', '$', '~', '\\(', ' and ', ';', 'others'),
        fc.constantFrom(
          '@article{k,',
          '@constructor{k,',
          '@__proto__{',
          'constructor = {',
          '@string{s=',
          'title = {',
          'author = "',
          'crossref = {k}',
          'xdata = {k,l}',
        ),
        fc.constantFrom('date = {', 'eprint = {', 'url = {', '@comment{jabref-meta: groupstree:1 ExplicitGroup:'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const { papers: found, problems: told } = bibTeXLibrary.parse(pieces.join(''));
          for (const one of found) expect(one.title).to.not.equal('');
          for (const one of told) expect(Math.min(one.line, one.column)).to.be.at.least(0);
        }),
        { seed: 20221122, numRuns: 5_000 },
      );
    }).timeout(60_000);
  });
});

describe('Writing and reading BibTeX', () => {
  const written = (one: Paper): PaperRecord => papers(writeBibTeX(one))[0]!;

  it('gives back what is written', () => {
    const original = paper({ title: 'eDKM: 50% of R&D_x', primaryClass: 'cs.LG', doi: '10.1145/1.2_3' });
    const { title, authors, year, type, venue, arxiv, doi, primaryClass, key } = original;
    const expected = { key, title, authors, year, type, arxiv, doi, primaryClass };
    expect(written(original)).to.deep.include({ ...expected, venue: fullVenueName(venue!) });
  });

  it('gives back “and others”', () => {
    const { authors, andOthers } = written(paper({ andOthers: true }));
    expect([authors, andOthers]).to.deep.equal([paper().authors, true]);
  });

  it('is the identity for the fields it writes', () => {
    // Without `--`, quotes and ties, which TeX reads as other characters.
    const letters = fc.constantFrom(...'aeXYZ 1{}%$#&_^\\:.äß王,é(/');
    const text = fc
      .array(letters, { minLength: 1, maxLength: 20 })
      .map((characters) => characters.join('').replace(/\s+/gu, ' ').trim())
      .filter((one) => one !== '');
    const word = fc.array(fc.constantFrom(...'abcXYZäß'), { minLength: 2, maxLength: 8 }).map((one) => one.join(''));
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((one) => one.join(' '));
    const author = fc.oneof(
      fc.record({ given: words, family: words }),
      fc.record({ family: words.map((one) => `${one} and ${one}, Inc.`) }),
    );
    const type = fc.constantFrom('paper-conference', 'article-journal', 'thesis', 'report', 'book', 'chapter');
    const original = fc.record({
      title: text,
      authors: fc.array(author, { maxLength: 4 }),
      editors: fc.array(author, { minLength: 1, maxLength: 2 }),
      venue: text.filter((one) => !/^(?:arxiv|corr)/iu.test(one)),
      year: fc.integer({ min: 1000, max: 2100 }),
      type: type as fc.Arbitrary<Paper['type']>,
      doi: word.map((one) => `10.1145/${one.toLowerCase()}_(1)`),
    });
    fc.assert(
      fc.property(original, (changes) => {
        const { title, authors, editors, venue, year, type: kind, doi, arxiv } = paper(changes);
        const expected = { title, authors, editors, venue, year, type: kind, doi, arxiv };
        expect(written(paper(changes))).to.deep.include(expected);
      }),
      { seed: 20221122, numRuns: 2_000 },
    );
  }).timeout(60_000);
});
