import { expect } from 'chai';
import fc from 'fast-check';
import { LatestAnswer } from '../../src/ui/latestAnswer';

describe('The latest answer', () => {
  it('is shown in the end, and none that is older over a newer one', async () => {
    const order = fc.shuffledSubarray([...Array(100).keys()], { minLength: 100 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 100 }), async (answered, atOnce) => {
        const latest = new LatestAnswer();
        const answers: ((text: string) => void)[] = [];
        const shown: string[] = [];
        const ask = (number: number): void =>
          latest.ask(
            () => new Promise<string>((resolve) => (answers[number] = resolve)),
            (text) => shown.push(text),
            () => shown.push('failed'),
          );
        // Some answers come before all is asked.
        for (let number = 0; number < atOnce; number++) ask(number);
        for (const number of answered) {
          if (number < atOnce - 1) answers[number]!(`answer ${number}`);
          await Promise.resolve();
        }
        for (let number = atOnce; number < 100; number++) ask(number);
        for (const number of answered) answers[number]?.(`answer ${number}`);
        await latest.settled();
        expect(shown).to.eql(['answer 99']);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('is told of where it fails, unless something else was asked meanwhile', async () => {
    const latest = new LatestAnswer();
    const told: unknown[] = [];
    const fail = (): Promise<string> => Promise.reject(new Error('no'));
    latest.ask(
      fail,
      (text) => told.push(text),
      () => told.push('older failed'),
    );
    latest.ask(
      fail,
      (text) => told.push(text),
      () => told.push('failed'),
    );
    await latest.settled();
    expect(told).to.eql(['failed']);
  });

  it('is not shown when it comes after the end', async () => {
    const latest = new LatestAnswer();
    const told: unknown[] = [];
    latest.ask(
      async () => 'late',
      (text) => told.push(text),
      () => told.push('failed'),
    );
    latest.end();
    await latest.settled();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).to.eql([]);
  });

  it('is not waited for after the end', async () => {
    const latest = new LatestAnswer();
    const never = (): Promise<string> => new Promise(() => undefined);
    latest.ask(
      never,
      () => undefined,
      () => undefined,
    );
    latest.end();
    await latest.settled();
  });

  it('is waited for also where something else is asked meanwhile', async () => {
    const latest = new LatestAnswer();
    const shown: string[] = [];
    const ask = (text: string, milliseconds: number): void =>
      latest.ask(
        () => new Promise<string>((resolve) => setTimeout(resolve, milliseconds, text)),
        (answer) => shown.push(answer),
        () => undefined,
      );
    ask('one', 5);
    const settled = latest.settled();
    ask('two', 15);
    await settled;
    expect(shown).to.eql(['two']);
  });
});
