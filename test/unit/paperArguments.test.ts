import { expect } from 'chai';
import { paperIdsFrom } from '../../src/ui/paperArguments';

const row = (id: string): unknown => ({ kind: 'paper', id });

describe('Arguments of commands', () => {
  const cases: readonly [string, readonly unknown[], readonly string[]][] = [
    ['nothing', [], []],
    ['an id', ['arxiv:1'], ['arxiv:1']],
    ['ids', [{ ids: ['arxiv:1', 'arxiv:2'] }], ['arxiv:1', 'arxiv:2']],
    ['a row', [row('arxiv:1')], ['arxiv:1']],
    ['a row and no selection', [row('arxiv:1'), undefined], ['arxiv:1']],
    ['a row among those selected', [row('arxiv:2'), [row('arxiv:1'), row('arxiv:2')]], ['arxiv:1', 'arxiv:2']],
    ['a group', [{ kind: 'group', label: 'A', ids: ['arxiv:1'] }], ['arxiv:1']],
    [
      'a group and a row in it',
      [row('arxiv:1'), [{ kind: 'group', ids: ['arxiv:1', 'arxiv:2'] }, row('arxiv:1')]],
      ['arxiv:1', 'arxiv:2'],
    ],
    ['ids of which one is none', [{ ids: [1, 'arxiv:1'] }], []],
    ['more nonsense', [42, 'arxiv:1'], []],
    ['nothing in an object', [{ ids: 'arxiv:1' }], []],
  ];
  for (const [name, parameters, expected] of cases) {
    it(`name papers by ${name}`, () => expect(paperIdsFrom(parameters)).to.eql(expected));
  }
});
