/** The control surface over HTTP: what people do, and what tests do to the world. Each mirrors a method of the sandbox. */
import { acts } from './acts.ts';
import { integrationsView } from './integrations.ts';
import { orders } from './orders.ts';
import type { ControlRoute } from './shape.ts';
import { worldView } from './views.ts';

/** Reading. */
export const GETS: Readonly<Record<string, ControlRoute>> = {
  health: ({ gateway, rest }) => ({ connected: gateway.connected, unknownRoutes: rest.unknownRoutes }),
  world: ({ world }, _, { user = '' }) => worldView(world, user),
  commands: ({ people }, _, { user = '', channel = '' }) => people.offered({ user, channel }),
  messages: ({ world }, _, { user, channel = '' }) =>
    world.messages.in(channel, user).map(({ wire, pings }) => ({ ...wire, pings })),
  requests: ({ rest }) => rest.log,
  published: ({ publisher }) => publisher.entries,
  integrations: (sandbox, _, { user = '', guild = '' }) => integrationsView(sandbox.world, user, guild),
};

/** Doing. */
export const POSTS: Readonly<Record<string, ControlRoute>> = { ...acts, ...orders };
