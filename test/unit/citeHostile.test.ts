import { expect } from 'chai';
import fc from 'fast-check';
import type { CitedDocument } from '../../src/core/cite/citationFormat';
import { citationFormats, detectCitationFormat } from '../../src/core/cite/citationFormats';
import { CommentContext } from '../../src/core/cite/commentContext';
import { commentSyntaxOf } from '../../src/core/cite/commentLanguages';
import { commentSyntaxes } from '../../src/core/cite/commentSyntaxes';
import { insertCitation } from '../../src/core/cite/insertion';
import { latex } from '../../src/core/cite/latex';
import { pandoc } from '../../src/core/cite/pandoc';
import { typst } from '../../src/core/cite/typst';
import type { Paper } from '../../src/core/paper';
import { paper } from './citePapers';

const seed = 20221122;

/** The document after citing at the bar, without the bar. */
function citedAt(languageId: string, before: string, papers: readonly Paper[]): string {
  const offset = before.indexOf('|');
  const text = before.replace('|', '');
  const result = insertCitation({ languageId, path: '', text, eol: '\n' }, [{ start: offset, end: offset }], papers);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result));
  const [edit] = result.edits;
  return text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end);
}

function titled(title: string): Paper {
  return paper({ title });
}

const before = 'Dao et al. (2022). ';
const behind = '. arXiv:2205.14135';

describe('Citing hostile papers', () => {
  // Language, text with a caret, title, what becomes of the title.
  const titles: readonly (readonly [languageId: string, text: string, title: string, written: string])[] = [
    ['javascript', '/* | */', 'a */ alert(1) /* b', 'a * / alert(1) / * b'],
    ['javascript', '/* | */', '*/*/**/', '* / * / ** /'],
    ['javascript', '// |', 'a\nalert(1)', 'a alert(1)'],
    ['javascript', '// |', 'a\r\u2028\u2029\u0085\v\falert(1)', 'a alert(1)'],
    ['javascript', '// |', 'a\u202Eb\u2066c\u200Fd\u200Be\u0000f\u001B[31m', 'abcdef[31m'],
    ['javascript', '// |', 'a */ b', 'a */ b'],
    [
      'javascript',
      '// |',
      '<img src=x onerror=alert(1)> $(zap) [x](command:y)',
      '<img src=x onerror=alert(1)> $(zap) [x](command:y)',
    ],
    ['html', '<!-- | -->', 'a --> <script>alert(1)</script>', 'a - -> <script>alert(1)</script>'],
    ['html', '<!-- | -->', 'a --!> <!-- b', 'a - -!> <!- - b'],
    ['html', '<!-- | -->', '{{constructor.constructor("x")()}}', '{ {constructor.constructor("x")()}}'],
    ['html', '<!-- | -->', '{% raw %} <% x %> <?php y ?> ${z} #{w}', '{ % raw %} < % x %> < ?php y ?> $ {z} # {w}'],
    ['html', '<!-- | -->', '{{{', '{ { {'],
    ['html', '<script>\n// |\n</script>', 'a </script><script>alert(1)', 'a < /script>< script>alert(1)'],
    ['vue', '<script>\n// |\n</script>', 'a </ScRiPt> <!-- b', 'a < /ScRiPt> < !-- b'],
    ['php', '<?php\n// |\n', 'a ?> <script>', 'a ? > <script>'],
    ['css', '/* | */', 'a */ * { display: none }', 'a * / * { display: none }'],
    ['python', '# |', 'a """ b', 'a """ b'],
    ['python', '"""|"""', 'a """ b', 'a " "" b'],
    ['python', '"""|"""', 'a """""" b', 'a " " " " "" b'],
    ['python', "'''|'''", "a ''' b", "a ' '' b"],
    ['python', '"""|"""', 'a \\N{x} \\x \\u1', 'a \\\\N{x} \\\\x \\\\u1'],
    ['python', 'r"""|"""', 'a \\x', 'a \\x'],
    ['python', '# |', 'Network coding: theory', 'Network coding : theory'],
    ['python', 'a\nb\n# |', 'Network coding: theory', 'Network coding: theory'],
    ['julia', '"""|"""', 'a $(run(`rm`)) $x', 'a \\$(run(`rm`)) \\$x'],
    ['elixir', '@doc """\n|\n"""', 'a #{System.halt()}', 'a \\#{System.halt()}'],
    ['graphql', '"""\n|\n"""', 'a """ b', 'a " "" b'],
    ['haskell', '{- | -}', 'a -} b {- c', 'a - } b { - c'],
    ['ocaml', '(* | *)', 'a *) b (* c', 'a * ) b ( * c'],
    ['rust', '/* | */', 'a /* b', 'a / * b'],
    ['lua', '--[[ | ]]', 'a ]] b ]]] c', 'a ] ] b ] ] ] c'],
    ['lua', '--[=[ | ]=]', 'a ]] ]=] b', 'a ]] ] =] b'],
    ['powershell', '<# | #>', 'a #> b', 'a # > b'],
    ['pascal', '{ | }', 'a } b', 'a   b'],
    ['pascal', '(* | *)', 'a *) b', 'a * ) b'],
    ['julia', '#= | =#', 'a =# b #= c', 'a = # b # = c'],
    ['handlebars', '{{!-- | --}}', 'a --}} b {{c}}', 'a - -}} b { {c}}'],
    ['makefile', 'a:\n\t# |', 'a $(shell rm) $x', 'a $$(shell rm) $$x'],
    ['bat', 'REM |', '%~0 %PATH% & calc | x > y ^', '%%~0 %%PATH%% _ calc _ x _ y _'],
    ['razor', '@* | *@', 'a *@ b', 'a * @ b'],
    ['matlab', '%{\n|\n%}', 'a %} b', 'a % } b'],
    ['clojure', '; |', 'a\n(evil)', 'a (evil)'],
    ['plaintext', '|', 'a\nb\u202Ec', 'a bc'],
  ];
  for (const [languageId, text, title, written] of titles) {
    it(`keeps ${JSON.stringify(title)} in its place in ${languageId} ${JSON.stringify(text)}`, () => {
      expect(citedAt(languageId, text, [titled(title)])).to.contain(`${before}${written}${behind}`);
    });
  }

  const ends: readonly (readonly [languageId: string, text: string, url: string, after: string])[] = [
    ['c', '// |\nint x;', 'x\\', 'x\\ .\nint x;'],
    ['c', '// |\nint x;', 'x??/', 'x??/ .\nint x;'],
    ['c', 'int x;|\nint y;', 'x\\', 'x\\ .\nint y;'],
    ['c', '|int x;', 'x\\', 'x\\ .\nint x;'],
    ['python', '"""|"""', 'x"', 'x" """'],
    ['python', '"""|"""', 'x\\', 'x\\\\"""'],
    ['python', 'r"""|"""', 'x\\', 'x\\ ."""'],
    ['javascript', '/*|*/', 'x*', 'x* */'],
    ['javascript', '/* |/ */', 'x*', 'x* / */'],
    ['lua', '--[[|]]', 'x]', 'x] ]]'],
  ];
  for (const [languageId, text, url, after] of ends) {
    it(`ends ${JSON.stringify(url)} harmlessly in ${languageId} ${JSON.stringify(text)}`, () => {
      const { arxiv, ...cited } = paper({ title: 'A', links: [{ kind: 'project', url }] });
      expect(arxiv).to.be.a('string');
      expect(citedAt(languageId, text, [cited])).to.satisfy((result: string) => result.endsWith(after));
    });
  }

  it('opens no comment within a comment together with what stands before', () => {
    const dashed = paper({ authors: [{ family: '-x' }] });
    expect(citedAt('haskell', '{- {| -}', [dashed])).to.match(/^\{- \{ -x \(2022\)/);
  });

  it('writes a megabyte of title as one line that people can still live with', () => {
    const inserted = citedAt('python', '|', [titled('*/ """ \u202E\n'.repeat(150_000))]);
    expect(inserted).to.have.lengthOf.below(1_200);
    expect(inserted).to.not.contain('\n');
  });

  it('reads comments in a file of several megabytes in a moment', () => {
    const line = 'let s = "//"; /* a */ f(`${x}`); // it\'s\n';
    const text = `${line.repeat(200_000)}// |`;
    expect(citedAt('javascript', text, [titled('A')]).slice(-before.length - behind.length - 4)).to.equal(
      `// ${before}A${behind}`,
    );
  }).timeout(4_000);

  describe('keys', () => {
    const keys: readonly (readonly [key: string, latex: string, pandoc: string, typst: string])[] = [
      ['dao2022', '\\cite{dao2022}', '[@dao2022]', '@dao2022'],
      [
        'DBLP:conf/nips/Dao22',
        '\\cite{DBLP:conf/nips/Dao22}',
        '[@DBLP:conf/nips/Dao22]',
        '#cite(label("DBLP:conf/nips/Dao22"))',
      ],
      ['a--b', '\\cite{a--b}', '[@{a--b}]', '@a--b'],
      ['a.', '\\cite{a.}', '[@{a.}]', '#cite(label("a."))'],
      ['häse2020', '\\cite{häse2020}', '[@häse2020]', '@häse2020'],
      ['a+b', '\\cite{a+b}', '[@a+b]', '#cite(label("a+b"))'],
      [
        '10.1016/S0140(20)3',
        '\\cite{10.1016/S0140(20)3}',
        '[@{10.1016/S0140(20)3}]',
        '#cite(label("10.1016/S0140(20)3"))',
      ],
      ['a}\\input{b', '', '', ''],
      ['a,b', '', '[@{a,b}]', '#cite(label("a,b"))'],
      ['a b', '', '', ''],
      ['a%b', '', '[@a%b]', '#cite(label("a%b"))'],
      ['a\\b', '', '', ''],
      ['a~b', '', '[@a~b]', '#cite(label("a~b"))'],
      ['a#b', '', '[@a#b]', '#cite(label("a#b"))'],
      ['a]b', '\\cite{a]b}', '', '#cite(label("a]b"))'],
      ['a<script>b', '\\cite{a<script>b}', '', '#cite(label("a<script>b"))'],
      ['a"b', '', '', ''],
      ['a\nb', '', '', ''],
      ['a\u202Eb', '', '', ''],
      ['a\u200Bb', '', '', ''],
      ['', '', '', ''],
    ];
    for (const [key, ...expected] of keys) {
      it(`writes or refuses ${JSON.stringify(key)}`, () => {
        const written = [latex, pandoc, typst].map((format) => {
          const citation = format.cite([paper({ key })]);
          return citation.kind === 'citation' ? citation.text : '';
        });
        expect(written).to.deep.equal(expected);
      });
    }

    it('names the key it refuses, short and on one line', () => {
      const citation = latex.cite([paper({ key: `a\n\u202E${'b'.repeat(1_000_000)}` })]);
      expect(citation).to.deep.equal({
        kind: 'refused',
        reason: 'key',
        paper: 'arxiv:2205.14135',
        key: `a ${'b'.repeat(98)}`,
        suggestion: `a-${'b'.repeat(98)}`,
      });
    });

    it('cites a paper that is asked for twice once', () => {
      expect(latex.cite([paper(), paper()])).to.deep.equal({ kind: 'citation', text: '\\cite{dao2022flashattention}' });
    });

    it('separates a Typst citation from text that would continue it', () => {
      const odd = paper({ key: 'a/b' });
      expect(citedAt('typst', '|.x', [odd])).to.equal('#cite(label("a/b")) .x');
      expect(citedAt('typst', '|(x)', [odd])).to.equal('#cite(label("a/b")) (x)');
      expect(citedAt('typst', '|. X', [odd])).to.equal('#cite(label("a/b")). X');
    });
  });
});

// ---- Properties

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '*/', '/*', '*', '/', '-->', '<!--', '-', '>', '"""', "'''", '"', "'", '*)', '(*', '-}', '{-', ']]', '--', '#>', '=#',
        ']', '}', '{', '\\', '??/', '\n', '\r\n', '\u2028', '\u202E', '\u0000', '</script>', '?>', '{{', '${', '%', '$', '`', ' ',
        'word', 'coding:', '\ud800', '|#', ']#', '%}', '=end', '=cut',
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join('')),
); // prettier-ignore

const hostilePaper: fc.Arbitrary<Paper> = fc
  .record({ title: text, family: text, url: text, doi: text, tail: fc.constantFrom('arxiv', 'doi', 'url') })
  .map(({ title, family, url, doi, tail }) => {
    const { arxiv, ...rest } = paper({ title, authors: [{ family }], links: [{ kind: 'project', url }] });
    return { ...rest, ...(tail === 'arxiv' ? { arxiv: arxiv! } : tail === 'doi' ? { doi } : {}) };
  });

/** Every language that writes comments, and a piece of source with a comment or docstring to stand in. */
const comments: readonly (readonly [languageId: string, before: string, behind: string])[] = [
  ['javascript', 'f(1);\n/* see ', ' */ f(2);\n'],
  ['javascript', '/*', '*/ f(2);\n'],
  ['javascript', 'f(1); // see ', '\nf(2);\n'],
  ['python', 'def f():\n    """', '"""\n    return 1\n'],
  ['python', "def f():\n    r'''", "'''\n    return 1\n"],
  ['python', 'x = 1  # ', '\ny = 2\n'],
  ['html', '<p>\n<!-- ', '--><p>\n'],
  ['html', '<p>\n<!--', ' --><p>\n'],
  ['rust', '/* /* a */ ', '*/ fn f() {}\n'],
  ['c', 'int x; // ', '\nint y;\n'],
  ['haskell', '{-', '-} x = 1\n'],
  ['ocaml', '(*', '*) let x = 1\n'],
  ['lua', '--[[', ']] x = 1\n'],
  ['lua', '--[==[', ']==] x = 1\n'],
  ['powershell', '<#', '#> x\n'],
  ['julia', '#=', '=# x = 1\n'],
  ['pascal', '{', '} x := 1\n'],
  ['fsharp', '(*', '*) let x = 1\n'],
  ['lisp', '#|', '|# (f)\n'],
  ['css', '/*', '*/ a {}\n'],
  ['nim', '#[', ']# x = 1\n'],
  ['julia', '"""\n', '\n"""\nf(x)\n'],
  ['elixir', '@doc """\n', '"""\ndef f\n'],
  ['razor', '@*', '*@ <p>\n'],
];

describe('Inserting any paper', () => {
  const places = fc.constantFrom(...comments);

  it('leaves a comment or docstring as long as it was', () => {
    fc.assert(
      fc.property(
        places,
        fc.array(hostilePaper, { minLength: 1, maxLength: 3 }),
        ([languageId, start, rest], papers) => {
          const result = insertCitation(
            { languageId, path: '', text: start + rest, eol: '\n' },
            [{ start: start.length, end: start.length }],
            papers,
          );
          if (result.kind === 'refused') throw new Error('comments refuse no key');
          const inserted = result.edits[0]!.text;
          const changed = start + inserted + rest;
          const syntax = commentSyntaxOf({ languageId, path: '' });
          const spanOf = (source: string) => new CommentContext(source, syntax, 0, source.length).at(start.length);
          const old = spanOf(start + rest)!;
          const lines = inserted.split('\n');
          if (old.token.kind === 'lineComment') {
            for (let offset = start.length; lines.length > 0; offset += lines.shift()!.length + 1) {
              const context = new CommentContext(changed, syntax, 0, changed.length);
              expect(context.at(offset + lines[0]!.length)?.token.kind).to.equal('lineComment');
            }
            expect(/\\\n|\?\?\/\n/.test(changed)).to.equal(false);
          } else {
            expect(spanOf(changed)!.end - spanOf(changed)!.start).to.equal(old.end - old.start + inserted.length);
          }
        },
      ),
      { seed, numRuns: 3_000 },
    );
  }).timeout(20_000);

  const sources = fc
    .array(
      fc.oneof(
        fc.constantFrom('\n', '\n', '    ', '\t', 'x = 1', '"', "'", '`', '#', '//', '/*', '*/', '"""', '<!--', '-->', '<script>', '</script>', '<?php', '?>', '\\', '{', '}', '${', '<<EOF', 'EOF', '#!', "r'", '(*', '<a '),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')); // prettier-ignore
  const languageIds = fc.constantFrom(
    ...['latex', 'markdown', 'typst', 'plaintext', 'json', 'python', 'typescript', 'cpp', 'html', 'vue', 'php', 'css'],
    ...['shellscript', 'ruby', 'yaml', 'sql', 'rust', 'ocaml', 'lua', 'haskell', 'bat', 'makefile', 'org', 'xml', 'go'],
  );

  it('changes no other text, and writes one line a paper without characters that nobody sees', () => {
    fc.assert(
      fc.property(
        fc.record({
          languageId: languageIds,
          source: sources,
          at: fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 4 }),
          papers: fc.array(hostilePaper, { minLength: 1, maxLength: 3 }),
          eol: fc.constantFrom('\n' as const, '\r\n' as const),
        }),
        ({ languageId, source, at, papers, eol }) => {
          const text = source.replace(/\r\n?|\n/g, eol);
          const selections = at.map(([start, end]) => ({ start, end }));
          const document: CitedDocument = { languageId, path: '', text, eol };
          const result = insertCitation(document, selections, papers);
          if (result.kind === 'refused') {
            expect(result.reason, 'these keys are good in every format').to.equal('place');
            return;
          }
          const isComment = detectCitationFormat(document).id === 'comment';
          expect(result.carets).to.have.lengthOf(selections.length);
          let previous = -1;
          let length = text.length;
          for (const { start, end, text: inserted } of result.edits) {
            expect(start).to.equal(end);
            expect(start).to.be.within(Math.max(0, previous), text.length);
            previous = start;
            length += inserted.length;
            expect(inserted.split(eol).filter((line) => line.trim() !== '')).to.have.lengthOf.at.most(isComment ? papers.length : 1);
            expect(inserted.replaceAll(eol, '')).to.not.match(/[\p{Cs}\p{Zl}\p{Zp}\n\r\0\x1B\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u);
          }
          for (const caret of result.carets) expect(caret).to.be.within(0, length);
        },
      ),
      { seed, numRuns: 2_000 },
    ); // prettier-ignore
  }).timeout(20_000);
});

describe('The table of comment syntaxes', () => {
  it('holds patterns that are patterns', () => {
    for (const [name, syntax] of Object.entries(commentSyntaxes)) {
      expect(() => new CommentContext('a', syntax, 0, 1), name).to.not.throw();
    }
  });

  it('knows its own comments', () => {
    for (const [name, syntax] of Object.entries(commentSyntaxes)) {
      const { line, block } = syntax as { line?: string; block?: readonly [string, string] };
      const written = line ? `${line} x` : block ? `${block[0]} x ${block[1]}` : undefined;
      if (!written) continue;
      const span = new CommentContext(written, syntax, 0, written.length).at(written.indexOf('x'));
      expect(span?.token.kind, name).to.equal(line ? 'lineComment' : 'blockComment');
    }
  });

  it('leaves documents with a construct of their own to it', () => {
    for (const { languageIds } of citationFormats) {
      for (const languageId of languageIds) {
        expect(commentSyntaxOf({ languageId, path: '' }), languageId).to.equal(commentSyntaxes.bareText);
      }
    }
  });
});
