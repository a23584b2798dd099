import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

const slowMilliseconds = 1_000;

/** A task that is under way. */
export interface SlowTask {
  readonly token: CancellationToken;
  /** Asks the person something, which takes as long as they like. */
  asking<Answer>(question: () => Promise<Answer>): Promise<Answer>;
}

/** Does something that is mostly quick. Where it takes more than a second it is shown, and can be cancelled. */
export async function slowTask<Result>(title: string, run: (task: SlowTask) => Promise<Result>): Promise<Result> {
  const cancellation = new CancellationTokenSource();
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    void window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => cancellation.cancel());
      return over;
    });
  };
  const wait = (): void => void (timer = setTimeout(show, slowMilliseconds));
  const asking: SlowTask['asking'] = async (question) => {
    clearTimeout(timer);
    const answer = await question();
    wait();
    return answer;
  };
  wait();
  try {
    return await run({ token: cancellation.token, asking });
  } finally {
    clearTimeout(timer);
    end();
    cancellation.dispose();
  }
}
