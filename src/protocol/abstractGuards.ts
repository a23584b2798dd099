import * as v from 'valibot';
import { abstractActions, type AbstractState, type FromAbstract } from './abstractProtocol';

const paperId = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

const fromAbstract = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('painted'), id: paperId }),
  v.object({ type: v.literal('action'), action: v.picklist(abstractActions), id: paperId }),
  v.object({ type: v.literal('openPaper'), id: paperId }),
  v.object({ type: v.literal('openLink'), url: v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//i)) }),
  v.object({ type: v.literal('openSource'), id: paperId, index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  v.object({ type: v.literal('navigate'), direction: v.picklist(['back', 'forward']) }),
]) satisfies v.GenericSchema<unknown, FromAbstract>;

const abstractState = v.object({
  paperId,
  scroll: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0),
}) satisfies v.GenericSchema<unknown, AbstractState>;

/** A message as the panel may send it, or `undefined` for anything else. Only web addresses pass as links. */
export function asFromAbstract(message: unknown): FromAbstract | undefined {
  const parsed = v.safeParse(fromAbstract, message);
  return parsed.success ? parsed.output : undefined;
}

/** What the panel kept before the window was reloaded, or `undefined` where it cannot be understood. */
export function asAbstractState(state: unknown): AbstractState | undefined {
  const parsed = v.safeParse(abstractState, state);
  return parsed.success ? parsed.output : undefined;
}
