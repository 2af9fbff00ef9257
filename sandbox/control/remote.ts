/** The control surface of a sandbox that runs as its own process, for tests that kill the bot and look again. */
import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { ExchangeSnapshot } from '../people/exchange.ts';
import type { ModalValues } from '../people/modal.ts';
import type { Completion, Invocation, MessageAction, Press, Selection } from '../people/people.ts';
import type { LoggedRequest } from '../rest/api.ts';
import type { Fault, FaultRequest } from '../rest/faults.ts';
import type { Command, Pings } from '../world/types.ts';

export interface RemoteSandbox {
  invoke(invocation: Invocation): Promise<ExchangeSnapshot>;
  autocomplete(completion: Completion): Promise<readonly APIApplicationCommandOptionChoice[] | null>;
  runMessageCommand(action: MessageAction & { readonly command: string }): Promise<ExchangeSnapshot>;
  press(press: Press): Promise<ExchangeSnapshot>;
  select(selection: Selection): Promise<ExchangeSnapshot>;
  submitModal(exchange: string, values: ModalValues): Promise<ExchangeSnapshot>;
  publish(
    entry: { readonly sample: string } | { readonly title: string; readonly body?: string },
  ): Promise<{ readonly id: string }>;
  /** Oldest first; with `user`, what is ephemeral to that person as well. */
  messages(channel: string, user?: string): Promise<readonly (APIMessage & { readonly pings: Pings })[]>;
  commands(user: string, channel: string): Promise<readonly Command[]>;
  requests(): Promise<readonly LoggedRequest[]>;
  fault(request: FaultRequest): Promise<Fault>;
  /** Any other control by its name, as listed in `routes.ts`. */
  order(name: string, body?: object): Promise<unknown>;
  connected(): Promise<boolean>;
}

/** `origin`: `http://127.0.0.1:7575`. Every method rejects with the sandbox's own words when it says no. */
export const remoteSandbox = (origin: string): RemoteSandbox => {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${origin}/sandbox/${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  };
  return {
    invoke: (invocation) => ask('invoke', invocation),
    autocomplete: (completion) => ask('autocomplete', completion),
    runMessageCommand: (action) => ask('message-command', action),
    press: (press) => ask('press', press),
    select: (selection) => ask('select', selection),
    submitModal: (exchange, values) => ask('modal', { exchange, values }),
    publish: (entry) => ask('publish', entry),
    messages: (channel, user) =>
      ask(`messages?${new URLSearchParams({ channel, ...(user !== undefined && { user }) })}`),
    commands: (user, channel) => ask(`commands?${new URLSearchParams({ user, channel })}`),
    requests: () => ask('requests'),
    fault: (request) => ask('faults', request),
    order: (name, body = {}) => ask(name, body),
    connected: async () => (await ask<{ connected: boolean }>('health')).connected,
  };
};
