import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bibTeXBibliography } from '../../../src/core/cite/entry/bibTeXBibliography';
import { editableBytes } from '../../../src/core/cite/entry/editableBytes';
import { bibTeXLibrary } from '../../../src/core/formats/bibtex/bibTeXLibrary';
import { decodeText } from '../../../src/core/formats/decodeText';
import { dao } from '../citePapers';

const folder = resolve(process.env['PAPERSIDE_BIB'] ?? '../shared/bib');
const present = existsSync(folder);
const key = 'paperside2026test';

if (!present && !process.env['CI']) {
  process.stdout.write('  entries in real bibliographies: not run: no bib files\n');
} else {
  describe('Putting an entry into real bibliographies', () => {
    const files = present
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bib'))
      : [];
    it('has some', () => expect(files).to.not.be.empty);
    for (const name of files) {
      it(`adds one paper to ${basename(name).slice(0, 60)} and changes no other`, () => {
        const bytes = readFileSync(join(folder, name));
        const text = decodeText(bytes);
        const outline = bibTeXBibliography.outline(text);
        if ('problem' in outline) throw new Error(outline.problem);
        const [insertion, ...more] = outline.insert([{ key, paper: { ...dao, key } }], undefined);
        expect(more).to.deep.equal([]);
        const { offset, text: inserted } = insertion!;
        const changed = text.slice(0, offset) + inserted + text.slice(offset);
        const eol = /\r\n/.test(text) && !/[^\r]\n/.test(text) ? /^(?:[^\n]|(?<=\r)\n)*$/ : /^/;
        expect(inserted).to.match(eol);
        const before = bibTeXLibrary.parse(text);
        const after = bibTeXLibrary.parse(changed);
        const added = after.papers.find((paper) => paper.key === key);
        expect(added).to.deep.include({ title: dao.title, authors: dao.authors, year: dao.year, arxiv: dao.arxiv });
        const others = after.papers.filter((paper) => paper !== added);
        expect(others.length).to.equal(before.papers.length);
        for (const [index, paper] of before.papers.entries()) expect(others[index]).to.deep.equal(paper);
        expect(after.problems.length).to.equal(before.problems.length);
        expect(editableBytes(bytes)).to.have.any.keys('encoding', 'problem');
      }).timeout(60_000);
    }
  });
}
