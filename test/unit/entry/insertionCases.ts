/** `name`, text before, text after, keys of the papers that go in (`new`). `⏎` is a carriage return. */
export type InsertionCase = readonly [name: string, before: string, after: string, keys?: string];

const one = '@misc{new,\n  title = {Deep},\n  author = {Lee, Ann},\n  year = {2024}\n}';

/** By file name. */
export const insertionCases: Readonly<Record<string, readonly InsertionCase[]>> = {
  'a.bib': [
    ['an empty file', '', `${one}\n`],
    ['a blank line', '\n', `${one}\n`],
    ['a comment', '% mine\n', `% mine\n\n${one}\n`],
    ['a comment without line end', '% mine', `% mine\n\n${one}`],
    ['abbreviations', '@string{a = "b"}\n', `@string{a = "b"}\n\n${one}\n`],
    ['one entry', '@misc{a,\n  title = {A}\n}\n', `@misc{a,\n  title = {A}\n}\n\n${one}\n`],
    ['no line end', '@misc{a,\n  title = {A}\n}', `@misc{a,\n  title = {A}\n}\n\n${one}`],
    ['two line ends', '@misc{a,\n  title = {A}\n}\n\n', `@misc{a,\n  title = {A}\n}\n\n${one}\n\n`],
    [
      'entries without blank lines',
      '@misc{b,\n  title = {A}\n}\n@misc{a,\n  title = {A}\n}\n',
      `@misc{b,\n  title = {A}\n}\n@misc{a,\n  title = {A}\n}\n${one}\n`,
    ],
    [
      'two blank lines',
      '@misc{b,\n  title = {A}\n}\n\n\n@misc{a,\n  title = {A}\n}\n',
      `@misc{b,\n  title = {A}\n}\n\n\n@misc{a,\n  title = {A}\n}\n\n\n${one}\n`,
    ],
    [
      'Windows line ends',
      '@misc{a,⏎\n  title = {A}⏎\n}⏎\n',
      `@misc{a,⏎\n  title = {A}⏎\n}⏎\n⏎\n${one.replaceAll('\n', '⏎\n')}⏎\n`,
    ],
    ['tabs', '@misc{a,\n\ttitle = {A}\n}\n', `@misc{a,\n\ttitle = {A}\n}\n\n${one.replaceAll('  ', '\t')}\n`],
    [
      'a trailing comma',
      '@misc{a,\n  title = {A},\n}\n',
      `@misc{a,\n  title = {A},\n}\n\n${one.replace('{2024}', '{2024},')}\n`,
    ],
    [
      'leading commas',
      '@misc{a\n , title = {A}\n , year  = {2000}\n }\n',
      '@misc{a\n , title = {A}\n , year  = {2000}\n }\n\n@misc{new\n , title  = {Deep}\n , author = {Lee, Ann}\n , year   = {2024}\n }\n',
    ],
    [
      'one entry in a wide column',
      '@Article{a,\n  Title                    = {A},\n  Year                     = {2000}\n}\n',
      '@Article{a,\n  Title                    = {A},\n  Year                     = {2000}\n}\n\n@Misc{new,\n  Title                    = {Deep},\n  Author                   = {Lee, Ann},\n  Year                     = {2024}\n}\n',
    ],
    [
      'quotes and bare years',
      '@misc{a,\n  title = "A",\n  year = 2000\n}\n',
      '@misc{a,\n  title = "A",\n  year = 2000\n}\n\n@misc{new,\n  title = "Deep",\n  author = "Lee, Ann",\n  year = 2024\n}\n',
    ],
    [
      'no blanks',
      '@misc{a,\n  title={A},\n  year={2000}\n}\n',
      `@misc{a,\n  title={A},\n  year={2000}\n}\n\n${one.replaceAll(' = ', '=')}\n`,
    ],
    [
      'capital names',
      '@Misc{a,\n  Title = {A},\n  Year = {2000}\n}\n',
      '@Misc{a,\n  Title = {A},\n  Year = {2000}\n}\n\n@Misc{new,\n  Title = {Deep},\n  Author = {Lee, Ann},\n  Year = {2024}\n}\n',
    ],
    [
      'upper case',
      '@MISC{a,\n  TITLE = {A},\n  YEAR = {2000}\n}\n',
      '@MISC{a,\n  TITLE = {A},\n  YEAR = {2000}\n}\n\n@MISC{new,\n  TITLE = {Deep},\n  AUTHOR = {Lee, Ann},\n  YEAR = {2024}\n}\n',
    ],
    [
      'signs below each other, as JabRef aligns each entry',
      '@misc{b,\n  title  = {A},\n  author = {B}\n}\n\n@misc{a,\n  title = {A},\n  year  = {2000}\n}\n',
      '@misc{b,\n  title  = {A},\n  author = {B}\n}\n\n@misc{a,\n  title = {A},\n  year  = {2000}\n}\n\n@misc{new,\n  title  = {Deep},\n  author = {Lee, Ann},\n  year   = {2024}\n}\n',
    ],
    [
      'signs in one column, as in DBLP',
      '@misc{b,\n  title        = {A},\n  author       = {B}\n}\n\n@misc{a,\n  title        = {A},\n  year         = {2000}\n}\n',
      '@misc{b,\n  title        = {A},\n  author       = {B}\n}\n\n@misc{a,\n  title        = {A},\n  year         = {2000}\n}\n\n@misc{new,\n  title        = {Deep},\n  author       = {Lee, Ann},\n  year         = {2024}\n}\n',
    ],
    [
      'signs in one column, but for a name that is too long for it',
      '@misc{b,\n  title     = {A},\n  booktitle = {B},\n  archiveprefix = {arXiv}\n}\n',
      '@misc{b,\n  title     = {A},\n  booktitle = {B},\n  archiveprefix = {arXiv}\n}\n\n@misc{new,\n  title     = {Deep},\n  author    = {Lee, Ann},\n  year      = {2024}\n}\n',
    ],
    [
      'values in one column',
      '@misc{a,\n  title =        "A",\n  institution =  "B",\n  year =         "2000"\n}\n@misc{c,\n  title =        "A",\n  year =         "2000"\n}\n',
      '@misc{a,\n  title =        "A",\n  institution =  "B",\n  year =         "2000"\n}\n@misc{c,\n  title =        "A",\n  year =         "2000"\n}\n@misc{new,\n  title =        "Deep",\n  author =       "Lee, Ann",\n  year =         "2024"\n}\n',
    ],
    [
      'a brace at the end of the last field',
      '@misc{a,\n  title = {A},\n  year = {2000}}\n',
      '@misc{a,\n  title = {A},\n  year = {2000}}\n\n@misc{new,\n  title = {Deep},\n  author = {Lee, Ann},\n  year = {2024}}\n',
    ],
    [
      'entries of one line',
      '@misc{b, title={A}, year={2000}}\n@misc{a, title={A}, year={2000}}\n',
      '@misc{b, title={A}, year={2000}}\n@misc{a, title={A}, year={2000}}\n@misc{new, title={Deep}, author={Lee, Ann}, year={2024}}\n',
    ],
    [
      'what JabRef keeps at the end',
      '@misc{a,\n  title = {A}\n}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n',
      `@misc{a,\n  title = {A}\n}\n\n${one}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n`,
    ],
    [
      'nothing but what JabRef keeps',
      '@Comment{jabref-meta: databaseType:bibtex;}\n',
      `${one}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n`,
    ],
    [
      'what Emacs keeps at the end',
      '@misc{a,\n  title = {A}\n}\n\n% Local Variables:\n% mode: bibtex\n% End:\n',
      `@misc{a,\n  title = {A}\n}\n\n${one}\n\n% Local Variables:\n% mode: bibtex\n% End:\n`,
    ],
    [
      'a comment behind the last brace',
      '@misc{a,\n  title = {A}\n} % good\n',
      `@misc{a,\n  title = {A}\n} % good\n\n${one}\n`,
    ],
    ['a comma behind the last brace', '@misc{a,\n  title = {A}\n},\n', `@misc{a,\n  title = {A}\n},\n\n${one}\n`],
    ['blanks behind the last brace', '@misc{a,\n  title = {A}\n}  \n', `@misc{a,\n  title = {A}\n}\n\n${one}  \n`],
    [
      'an entry that is never closed: before it',
      '@misc{a,\n  title = {A}\n}\n\n@misc{b,\n  title = {B\n',
      `@misc{a,\n  title = {A}\n}\n\n${one}\n\n@misc{b,\n  title = {B\n`,
    ],
    ['nothing but an entry that is never closed', '@misc{b,\n  title = {B\n', `${one}\n\n@misc{b,\n  title = {B\n`],
    [
      'sorted keys',
      '@misc{a,\n  title = {A}\n}\n\n@misc{m,\n  title = {A}\n}\n\n@misc{z,\n  title = {A}\n}\n',
      `@misc{a,\n  title = {A}\n}\n\n@misc{m,\n  title = {A}\n}\n\n${one}\n\n@misc{z,\n  title = {A}\n}\n`,
    ],
    [
      'sorted keys, first of all',
      '@misc{o,\n  title = {A}\n}\n\n@misc{p,\n  title = {A}\n}\n\n@misc{z,\n  title = {A}\n}\n',
      `${one}\n\n@misc{o,\n  title = {A}\n}\n\n@misc{p,\n  title = {A}\n}\n\n@misc{z,\n  title = {A}\n}\n`,
    ],
    [
      'keys sorted whatever their case',
      '@misc{a,\n  title = {A}\n}\n\n@misc{M,\n  title = {A}\n}\n\n@misc{z,\n  title = {A}\n}\n',
      `@misc{a,\n  title = {A}\n}\n\n@misc{M,\n  title = {A}\n}\n\n${one}\n\n@misc{z,\n  title = {A}\n}\n`,
    ],
    [
      'two papers, sorted between others',
      '@misc{a,\n  title = {A}\n}\n@misc{m,\n  title = {A}\n}\n@misc{z,\n  title = {A}\n}\n',
      `@misc{a,\n  title = {A}\n}\n${one.replace('new', 'b')}\n@misc{m,\n  title = {A}\n}\n${one}\n@misc{z,\n  title = {A}\n}\n`,
      'new b',
    ],
    [
      'two papers, in the order asked for',
      '@misc{z,\n  title = {A}\n}\n',
      `@misc{z,\n  title = {A}\n}\n\n${one}\n\n${one.replace('new', 'b')}\n`,
      'new b',
    ],
    [
      'a file for biblatex',
      '@online{a,\n  title = {A},\n  date = {2000}\n}\n',
      '@online{a,\n  title = {A},\n  date = {2000}\n}\n\n@misc{new,\n  title = {Deep},\n  author = {Lee, Ann},\n  date = {2024}\n}\n',
    ],
  ],
  'a.yml': [
    ['an empty file', '', 'new:\n  type: article\n  title: Deep\n  author:\n    - Lee, Ann\n  date: 2024\n'],
    [
      'one entry',
      'a:\n  type: article\n  title: A\n',
      'a:\n  type: article\n  title: A\nnew:\n  type: article\n  title: Deep\n  author:\n    - Lee, Ann\n  date: 2024\n',
    ],
    [
      'no line end, blank lines, four blanks, a comment at the end',
      'b:\n    type: article\n    title: A\n\na:\n    type: article\n    title: A # so\n# the end',
      'b:\n    type: article\n    title: A\n\na:\n    type: article\n    title: A # so\n\nnew:\n    type: article\n    title: Deep\n    author:\n      - Lee, Ann\n    date: 2024\n# the end',
    ],
    [
      'Windows line ends',
      'a:⏎\n  type: article⏎\n  title: A⏎\n',
      'a:⏎\n  type: article⏎\n  title: A⏎\nnew:⏎\n  type: article⏎\n  title: Deep⏎\n  author:⏎\n    - Lee, Ann⏎\n  date: 2024⏎\n',
    ],
    [
      'sorted keys',
      'a:\n  type: article\n  title: A\nb:\n  type: article\n  title: A\nz:\n  type: article\n  title: A\n',
      'a:\n  type: article\n  title: A\nb:\n  type: article\n  title: A\nnew:\n  type: article\n  title: Deep\n  author:\n    - Lee, Ann\n  date: 2024\nz:\n  type: article\n  title: A\n',
    ],
    [
      'comments of the last entry and behind it',
      'a:\n  type: article\n  title: A\n  # of the entry\n\n# of the file\n',
      'a:\n  type: article\n  title: A\n  # of the entry\nnew:\n  type: article\n  title: Deep\n  author:\n    - Lee, Ann\n  date: 2024\n\n# of the file\n',
    ],
    ['a map in braces', '{a: {type: article, title: A}}\n', 'malformed'],
    ['no valid YAML', 'a:\n  type: article\n  title: "A\n', 'malformed'],
  ],
  'csl.yaml': [
    [
      'a list below references',
      'references:\n- id: a\n  type: book\n  title: A\n',
      'references:\n- id: a\n  type: book\n  title: A\n- id: new\n  type: article\n  title: Deep\n  author:\n    - family: Lee\n      given: Ann\n  issued:\n    date-parts:\n      - - 2024\n',
    ],
    [
      'an indented list with more behind it',
      '---\nreferences:\n  -   id: a\n      type: book\n      title: A\nother: 1\n...\n',
      '---\nreferences:\n  -   id: a\n      type: book\n      title: A\n  -   id: new\n      type: article\n      title: Deep\n      author:\n        - family: Lee\n          given: Ann\n      issued:\n        date-parts:\n          - - 2024\nother: 1\n...\n',
    ],
    [
      'comments alone',
      '# mine\n',
      '# mine\nreferences:\n- id: new\n  type: article\n  title: Deep\n  author:\n    - family: Lee\n      given: Ann\n  issued:\n    date-parts:\n      - - 2024\n',
    ],
    ['an empty list', 'references: []\n', 'malformed'],
  ],
  'csl.json': [
    [
      'an empty file',
      '',
      '[\n  {\n    "id": "new",\n    "type": "article",\n    "title": "Deep",\n    "author": [\n      {\n        "family": "Lee",\n        "given": "Ann"\n      }\n    ],\n    "issued": {\n      "date-parts": [\n        [\n          2024\n        ]\n      ]\n    }\n  }\n]\n',
    ],
    [
      'a list of lines',
      '[\n{"id":"a","type":"book","title":"A"},\n{"id":"b","type":"book","title":"B"}\n]\n',
      '[\n{"id":"a","type":"book","title":"A"},\n{"id":"b","type":"book","title":"B"},\n{"id":"new","type":"article","title":"Deep","author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[2024]]}}\n]\n',
    ],
    [
      'tabs',
      '[\n\t{\n\t\t"id": "a",\n\t\t"type": "book",\n\t\t"title": "A"\n\t}\n]',
      '[\n\t{\n\t\t"id": "a",\n\t\t"type": "book",\n\t\t"title": "A"\n\t},\n\t{\n\t\t"id": "new",\n\t\t"type": "article",\n\t\t"title": "Deep",\n\t\t"author": [\n\t\t\t{\n\t\t\t\t"family": "Lee",\n\t\t\t\t"given": "Ann"\n\t\t\t}\n\t\t],\n\t\t"issued": {\n\t\t\t"date-parts": [\n\t\t\t\t[\n\t\t\t\t\t2024\n\t\t\t\t]\n\t\t\t]\n\t\t}\n\t}\n]',
    ],
    [
      'an empty list below references',
      '{\n  "references": []\n}\n',
      '{\n  "references": [\n    {\n      "id": "new",\n      "type": "article",\n      "title": "Deep",\n      "author": [\n        {\n          "family": "Lee",\n          "given": "Ann"\n        }\n      ],\n      "issued": {\n        "date-parts": [\n          [\n            2024\n          ]\n        ]\n      }\n    }\n  ]\n}\n',
    ],
    ['cut off', '[{"id":"a","type":"book","title":"A"},', 'malformed'],
  ],
};
