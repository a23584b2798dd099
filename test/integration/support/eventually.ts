import { expect } from 'chai';

const patience = 20_000;

/** Waits for something that nothing announces. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) expect.fail(`${what} did not come about`);
    await new Promise<void>((resolve) => setTimeout(resolve, 20));
  }
}
