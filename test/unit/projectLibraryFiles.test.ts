import { expect } from 'chai';
import { isProjectLibrary } from '../../src/core/formats/isProjectLibrary';
import {
  isNamedFolderFile,
  isProjectLibraryFile,
  namedFolderGlob,
  neverSearchedFolders,
  neverSearchedGlobs,
  projectLibraryGlob,
} from '../../src/core/formats/projectLibraryFiles';

const csl = '[{"id": "a", "type": "book", "title": "t", "issued": {"date-parts": [[2020]]}}]';
const megabyte = 1024 * 1024;

describe('Library files of a project', () => {
  const names: readonly (readonly [path: string, isOne: boolean])[] = [
    ['refs.bib', true],
    ['a b/Refs.BIB', true],
    ['/home/me/build/refs.bibtex', true],
    ['export.ris', true],
    ['CITATION.cff', true],
    ['tools/citation.cff', true],
    ['references.json', true],
    ['paper/references-2020.yaml', true],
    ['References.yml', true],
    ['bibliography.json', true],
    ['library.yaml', true],
    ['zotero.csl.json', true],
    ['my-references.json', false],
    ['other.cff', false],
    ['NOT-CITATION.cff', false],
    ['refs.json', false],
    ['package.json', false],
    ['references.json/index.ts', false],
    ['references/data.json', false],
    ['references.txt', false],
    ['refs.bib.bak', false],
    ['bib', false],
    ['zotero.csl', false],
    ['', false],
  ];
  for (const [path, isOne] of names) {
    it(`${isOne ? 'takes' : 'leaves'} ${path}`, () => {
      expect(isProjectLibraryFile(path)).to.equal(isOne);
      expect(globPattern(projectLibraryGlob).test(path)).to.equal(isOne);
      expect(isNamedFolderFile(path)).to.equal(isOne);
      expect(globPattern(namedFolderGlob).test(path)).to.equal(isOne);
    });
  }

  const namedNames: readonly (readonly [path: string, isOne: boolean])[] = [
    ['info.yaml', true],
    ['papers/dao-2022/info.yaml', true],
    ['a/Info.YML', true],
    ['@dao2022.md', true],
    ['Notes/A paper (2022).MD', true],
    ['more-info.yaml', false],
    ['info.json', false],
    ['info.yaml.bak', false],
    ['a.mdx', false],
    ['md', false],
    ['a.md/b.txt', false],
    ['papers/citations.yaml', false],
    ['paper.pdf', false],
  ];
  for (const [path, isOne] of namedNames) {
    it(`${isOne ? 'takes' : 'leaves'} ${path} in a folder that the user names, and in no project`, () => {
      expect(isNamedFolderFile(path)).to.equal(isOne);
      expect(globPattern(namedFolderGlob).test(path)).to.equal(isOne);
      expect(isProjectLibraryFile(path)).to.equal(false);
      expect(globPattern(projectLibraryGlob).test(path)).to.equal(false);
    });
  }

  const contents: readonly (readonly [path: string, size: number, head: string, isOne: boolean])[] = [
    ['references.json', csl.length, csl, true],
    ['references.json', 20 * megabyte, csl, true],
    ['references.json', 20 * megabyte + 1, csl, false],
    ['references.json', 30, '{"references": [{"path": "x"}]}', false],
    ['library.json', 30, '{"name": "ArduinoJson", "version": "7.0.0", "authors": [{"name": "a"}]}', false],
    ['library.json', 30, '[{"id":"x","key":"y","title":"t"}]', false],
    ['references.yaml', 30, 'a: {type: book, title: t}', true],
    ['bibliography.yaml', 30, 'references:\n- id: a\n  type: book\n  issued: {year: 2020}\n', true],
    ['library.yml', 30, 'services: {web: {image: x}}', false],
    ['a.csl.json', 30, csl, true],
    ['a.csl.json', 30, '{}', false],
    ['refs.bib', 100 * megabyte, '', true],
    ['CITATION.cff', 30, '', true],
    ['refs.json', 30, csl, false],
  ];
  for (const [path, size, head, isOne] of contents) {
    it(`${isOne ? 'takes' : 'leaves'} ${path} of ${size} bytes: ${head.slice(0, 40).replace(/\s+/gu, ' ')}`, () => {
      expect(isProjectLibrary(path, size, head)).to.equal(isOne);
    });
  }

  it('never looks into folders that tools fill', () => {
    expect(neverSearchedFolders).to.include.members([
      'node_modules',
      '.git',
      'build',
      'dist',
      'out',
      'target',
      '_site',
      '.trash',
      '.venv',
    ]);
    expect(neverSearchedGlobs).to.include('**/node_modules/**').and.have.length(neverSearchedFolders.length);
  });
});

/** The glob as VS Code reads it, as far as this one goes. */
function globPattern(glob: string): RegExp {
  const alternatives = /^\*\*\/\{(.*)\}$/u.exec(glob)?.[1] ?? '';
  const pattern = alternatives.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll(',', '|');
  return new RegExp(`^(?:.*/)?(?:${pattern})$`, 'u');
}
