import { expect } from 'chai';
import { Library } from '../../../src/core/library';
import type { CitationTarget } from '../../../src/protocol/citationProtocol';
import { CitationPlanner } from '../../../src/worker/citationPlanner';
import { dao, li } from '../citePapers';

const bib = 'file:///refs.bib';
const text = '@misc{mine,\n  title = {A paper},\n  author = {Li, Ann}\n}\n';
const bytes = (): Uint8Array => new TextEncoder().encode(text);
const target: CitationTarget = { uri: bib, stamp: '1', citedFromTypst: false };

function planner(isCurrent = false): CitationPlanner {
  const papers = new Library();
  papers.replaceSource({ uri: 'file:///corpus', kind: 'bundled' }, [dao, li]);
  return new CitationPlanner({ papers, isCurrent: () => isCurrent, unsavedText: () => undefined });
}

describe('Planning a citation', () => {
  it('asks for what the bibliography holds, once', () => {
    const one = planner();
    const request = { ids: [dao.id], bibliographies: [bib], target };
    expect(one.plan(request)).to.deep.equal({ kind: 'needsContents' });
    expect(one.plan(request, { bytes: bytes() }).kind).to.equal('plan');
    expect(one.plan(request).kind).to.equal('plan');
    expect(one.plan({ ...request, target: { ...target, stamp: '2' } }).kind).to.equal('needsContents');
  });

  it('tells lines, columns and what stands there', () => {
    const plan = planner().plan({ ids: [dao.id], bibliographies: [bib], target }, { bytes: bytes() });
    const edit = plan.kind === 'plan' ? plan.entries?.edit : undefined;
    if (edit?.kind !== 'insertions') throw new Error('There is no edit.');
    expect(edit.insertions.map(({ before, column, line }) => [line, column, before])).to.deep.equal([[3, 1, '}']]);
    expect([edit.lineCount, plan.kind === 'plan' && plan.encoding]).to.deep.equal([5, 'utf8']);
  });

  describe('of BibTeX that was pasted', () => {
    const planned = (pasted: string, isCurrent = false): unknown[] => {
      const plan = planner(isCurrent).plan({ ids: [], pasted, bibliographies: [bib], target }, { bytes: bytes() });
      if (plan.kind !== 'plan') return [plan.kind];
      const edit = plan.entries?.edit;
      const added = edit?.kind === 'insertions' ? edit.insertions.map((one) => one.text).join('') : '';
      return [plan.papers.map(({ key }) => key), added];
    };
    const entry = '@article{smith2020, title = {Birds}, author = {Smith, A.}, journal = {J}, note = {Read it}}';

    it('takes its entry as it is', () => {
      const [keys, added] = planned(entry);
      expect(keys).to.deep.equal(['smith2020']);
      expect(added).to.equal(
        '\n\n@article{smith2020,\n  title = {Birds},\n  author = {Smith, A.},\n  journal = {J},\n  note = {Read it}\n}',
      );
    });

    it('keeps TeX and months as they are, writes its abbreviations out, and puts values on one line', () => {
      const [, added] = planned(
        '@string{j = "Journal of " # {Birds}}\n@Article{a, title = "The {{RNA}}\n  of $x$", journal = j # ", B", month = jan,' +
          ' author = {M{\\"u}ller, A.}, year = 2020, file = {:a.pdf:PDF}, abstract = {100\\% of it}}',
      );
      expect(added).to.equal(
        '\n\n@article{a,\n  title = {The {{RNA}} of $x$},\n  journal = {Journal of Birds, B},\n  month = jan,\n' +
          '  author = {M{\\"u}ller, A.},\n  year = {2020},\n  file = {:a.pdf:PDF},\n  abstract = {100\\% of it}\n}',
      );
    });

    it('adds nothing that the file holds under another key', () =>
      expect(planned('@misc{other, title = {A Paper}, author = {Li, Ann}}')).to.deep.equal([['mine'], '']));

    it('gives a key another letter where it is taken', () =>
      expect(planned('@misc{mine, title = {Birds}, author = {Smith, A.}}')[0]).to.deep.equal(['minea']));

    it('takes several entries, each once', () =>
      expect(planned(`${entry}\n${entry.replace('Birds', 'Fish').replace('2020', '2021')}`)[0]).to.deep.equal([
        'smith2020',
        'smith2021',
      ]));

    it('makes keys for entries without', () =>
      expect(planned('@article{, title = {Birds of Rome}, author = {Smith, A.}, year = 2020}')[0]).to.deep.equal([
        'smith2020birds',
      ]));

    for (const text of ['@article{', '@string{a = {b}}', '@comment{x}']) {
      it(`finds nothing in ${text}`, () => expect(planned(text)[0]).to.deep.equal([]));
    }
  });

  it('makes keys of bundled papers by a pattern', () => {
    const request = { ids: [dao.id], bibliographies: [bib], target };
    const keys = (keyPattern: string): unknown => {
      const plan = planner().plan({ ...request, keyPattern }, { bytes: bytes() });
      return plan.kind === 'plan' ? [plan.papers[0]?.key, plan.patternMistake] : plan;
    };
    expect(keys('[auth][year]')).to.deep.equal(['Dao2022', undefined]);
    expect(keys('[nonsense]')).to.deep.equal(['dao2022flashattention', 'nonsense']);
  });

  it('says which paper nobody knows', () => {
    expect(planner().plan({ ids: ['x'], bibliographies: [] })).to.deep.equal({ kind: 'unknown', id: 'x' });
  });

  it('says which papers no bibliography holds', () => {
    const plan = planner().plan({ ids: [dao.id, li.id], bibliographies: [bib] });
    expect(plan.kind === 'plan' && plan.missing).to.deep.equal([dao.id, li.id]);
  });
});
