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
