import { expect } from 'chai';
import { History } from '../../src/core/history';

describe('history', () => {
  const walk = (steps: string, longest?: number): History<string> => {
    const history = new History<string>(longest);
    for (const step of steps) {
      if (step === '<') history.goBack();
      else if (step === '>') history.goForward();
      else history.visit(step);
    }
    return history;
  };

  const cases: readonly (readonly [string, string | undefined, boolean, boolean])[] = [
    ['', undefined, false, false],
    ['<', undefined, false, false],
    ['a', 'a', false, false],
    ['ab', 'b', true, false],
    ['ab<', 'a', false, true],
    ['ab<<', 'a', false, true],
    ['ab<>', 'b', true, false],
    ['ab>>', 'b', true, false],
    ['abc<<x', 'x', true, false],
    ['abc<<x<', 'a', false, true],
    ['aaa', 'a', false, false],
    ['ab<a>', 'b', true, false],
  ];
  for (const [steps, current, back, forward] of cases) {
    it(`stands at ${current} after "${steps}"`, () => {
      const history = walk(steps);
      expect([history.current, history.canGoBack, history.canGoForward]).to.deep.equal([current, back, forward]);
    });
  }

  it('forgets the oldest places', () => {
    expect(walk('abcd<<', 3).canGoBack).to.equal(false);
    expect(walk('abcd<<', 3).current).to.equal('b');
  });

  it('says where it went', () => {
    const history = walk('ab');
    expect(history.goBack()).to.equal('a');
    expect(history.goBack()).to.equal(undefined);
    expect(history.goForward()).to.equal('b');
    expect(history.goForward()).to.equal(undefined);
  });
});
