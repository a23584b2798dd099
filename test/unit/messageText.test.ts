import { expect } from 'chai';
import { messageText } from '../../src/ui/messageText';

describe('Text of somebody else in a message', () => {
  const texts: readonly (readonly [text: string, shown: string])[] = [
    ['a [name](command:workbench.action.quit)', 'a [name] (command:workbench.action.quit)'],
    ['[a][b](c)](d)', '[a][b] (c)] (d)'],
    ['two\nlines', 'two lines'],
    ['x'.repeat(5_000), 'x'.repeat(200)],
  ];
  for (const [text, shown] of texts) {
    it(`makes ${text.slice(0, 40)} neither a link nor long`, () => {
      expect(messageText(text)).to.equal(shown);
    });
  }
});
