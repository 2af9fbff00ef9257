/** Faults on purpose: what a test asks the stand-in to do wrong, and when. */
import { retryBody, retryHeaders } from './limits.ts';
import { isKnownCode, refuse } from './refusal.ts';
import type { Reply } from './router.ts';

export type FaultAction =
  | { readonly kind: 'status'; readonly status: number; readonly code?: number; readonly message?: string }
  /** 429 as a route's limit, the global one, or one shared with others. */
  | { readonly kind: 'limited'; readonly scope: 'user' | 'global' | 'shared'; readonly retryAfterMs: number }
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  /** No answer ever comes; the client's own patience ends it. */
  | { readonly kind: 'hang' };

export interface FaultRequest {
  /** Any method when left out. */
  readonly method?: string;
  /** A regular expression on the path without `/api/v10`; any path when left out. */
  readonly path?: string;
  /** Before anything is written, or after it was written (the answer is lost). */
  readonly when: 'before' | 'after';
  readonly action: FaultAction;
  /** How many requests it meets; 1 when left out. */
  readonly times?: number;
  /** How many matching requests pass unharmed first. */
  readonly skip?: number;
}

export interface Fault {
  readonly id: number;
  readonly request: FaultRequest;
  hits: number;
}

interface Armed extends Fault {
  readonly pattern: RegExp;
  left: number;
  toSkip: number;
}

export class Faults {
  #armed: Armed[] = [];
  #nextId = 1;

  add(request: FaultRequest): Fault {
    const armed: Armed = {
      id: this.#nextId++,
      request,
      hits: 0,
      pattern: new RegExp(request.path ?? ''),
      left: request.times ?? 1,
      toSkip: request.skip ?? 0,
    };
    this.#armed.push(armed);
    return armed;
  }

  remove(id: number): void {
    this.#armed = this.#armed.filter((fault) => fault.id !== id);
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault this request meets, if any; it is used up by it. */
  meet(method: string, path: string): Fault | undefined {
    const hit = this.#armed.find(
      (fault) => (fault.request.method ?? method) === method && fault.pattern.test(path),
    );
    if (hit === undefined) return undefined;
    if (hit.toSkip > 0) {
      hit.toSkip -= 1;
      return undefined;
    }
    hit.hits += 1;
    hit.left -= 1;
    if (hit.left <= 0) this.remove(hit.id);
    return hit;
  }
}

/** What the bot gets instead of an answer. */
export const broken = (action: FaultAction): Reply => {
  switch (action.kind) {
    case 'reset':
    case 'hang':
      return { status: 0, lost: action.kind };
    case 'limited':
      return {
        status: 429,
        body: retryBody(action.retryAfterMs, action.scope === 'global'),
        headers: retryHeaders(action.retryAfterMs, action.scope),
      };
    default: {
      const { status, code = 0 } = action;
      const known = isKnownCode(code) ? refuse(code).message : `${status}: ordered by a test`;
      return { status, body: { message: action.message ?? known, code } };
    }
  }
};
