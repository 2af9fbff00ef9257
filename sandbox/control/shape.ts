/** The shape of a control, and how it reads what it is asked. */
import type { Sandbox } from '../index.ts';
import { accept, type Check, object } from '../validate/form.ts';

export type ControlRoute = (
  sandbox: Sandbox,
  body: unknown,
  query: Readonly<Record<string, string>>,
) => unknown;

/** Refuses what does not fit. */
export const take = <T>(body: unknown, shape: Readonly<Record<string, Check>>): T =>
  accept<T>(body, object(shape));
