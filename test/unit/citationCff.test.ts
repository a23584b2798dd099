import { expect } from 'chai';
import { citationCff } from '../../src/core/formats/citationCff';

const software = `cff-version: 1.2.0
message: If you use this software, please cite it.
title: My Research Software
abstract: It does things.
authors:
  - family-names: Druskat
    given-names: Stephan
    name-particle: von
    name-suffix: Jr.
    orcid: https://orcid.org/0000-0003-4925-7248
  - name: The Research Software project
  - alias: octocat
date-released: 2021-07-18
version: 0.10
keywords: [research, "awesome software"]
identifiers:
  - { type: doi, value: 10.5281/zenodo.123456 }
repository-code: https://github.com/a/b
`;

const references = `references:
  - type: article
    title: A paper
    journal: Nature
    year: 2020
    month: 5
    doi: 10.1038/ABC
    authors: [{ family-names: Doe, given-names: Jane }]
  - type: conference-paper
    title: Another
    collection-title: NeurIPS
    conference: { name: Neural Information Processing Systems }
    identifiers: [{ type: other, value: "arXiv:2205.14135" }]
  - type: thesis
    title: Third
    institution: { name: MIT }
`;

describe('CITATION.cff', () => {
  it('reads the software, and what it refers to', () => {
    const { papers, problems } = citationCff.parse(`${software}${references}`);
    expect(problems).to.deep.equal([]);
    expect(papers).to.have.length(4);
    expect(papers[0]).to.deep.equal({
      title: 'My Research Software',
      abstract: 'It does things.',
      source: { title: 'My Research Software', abstract: 'It does things.' },
      authors: [
        { given: 'Stephan', family: 'von Druskat Jr.' },
        { family: 'The Research Software project' },
        { family: 'octocat' },
      ],
      year: 2021,
      month: 7,
      type: 'software',
      doi: '10.5281/zenodo.123456',
      topics: [],
      keywords: ['research', 'awesome software'],
      links: [
        { kind: 'doi', url: 'https://doi.org/10.5281/zenodo.123456' },
        { kind: 'code', url: 'https://github.com/a/b' },
      ],
    });
    expect(papers.slice(1).map(({ title, type, venue, doi, arxiv, year, month }) => [title, type, venue, doi, arxiv, year, month])).to.deep.equal([
      ['A paper', 'article-journal', 'Nature', '10.1038/abc', undefined, 2020, 5],
      ['Another', 'paper-conference', 'NeurIPS', undefined, '2205.14135', undefined, undefined],
      ['Third', 'thesis', 'MIT', undefined, undefined, undefined, undefined],
    ]); // prettier-ignore
  });

  it('reads the preferred citation in the software’s place, and a reference that is no list', () => {
    const { papers, problems } = citationCff.parse(
      `${software}preferred-citation:\n  type: article\n  title: The paper\nreferences:\n  type: book\n  title: The book\n`,
    );
    expect(problems).to.deep.equal([]);
    expect(papers.map(({ title, type }) => [title, type])).to.deep.equal([
      ['The paper', 'article'],
      ['The book', 'book'],
    ]);
  });

  it('reads as many values as there are, for they are no aliases', () => {
    const { papers, problems } = citationCff.parse(`title: t\nkeywords: [${'a, '.repeat(110_000)}]\n`);
    expect(problems).to.deep.equal([]);
    expect(papers[0]?.keywords).to.deep.equal(['a']);
  }).timeout(60_000);

  it('takes a data set for one', () => {
    expect(citationCff.parse('title: Data\ntype: dataset\n').papers[0]?.type).to.equal('dataset');
  });

  const broken: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['no title', 'cff-version: 1.2.0\nreferences:\n  - title: a\n', ['a'], [['missing-title', 0, 0]]],
    ['a reference without title', 'title: t\nreferences:\n  - title: a\n  - type: book\n  - x\n', ['t', 'a'], [['missing-title', 3, 4], ['not-an-entry', 4, 4]]],
    ['an unclosed quote', 'title: t\nmessage: "x\nreferences:\n  - title: a\n', ['t', 'a'], [['broken-yaml', 2, 0]]],
    ['no fields', '- a\n', [], [['not-an-entry', 0, 2]]],
    ['prose', 'hello', [], [['not-an-entry', 0, 0]]],
    ['nothing', '', [], []],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of broken) {
    it(`reads the rest of a file with ${name}`, () => {
      const parsed = citationCff.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).to.deep.equal(problems);
    });
  }

  for (const [path, isOne] of [['CITATION.cff', true], ['a/citation.CFF', true], ['CITATION.cff.bak', false], ['CITATION', false]] as const) {
    it(`${isOne ? 'knows' : 'leaves'} ${path}`, () => {
      expect(citationCff.detect(path, software)).to.equal(isOne);
    });
  } // prettier-ignore
});
