/** Live events for the page, as server-sent events: what this person may see, as it happens. */
import type { ServerResponse } from 'node:http';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { can } from '../world/permissions.ts';
import type { WorldEvent } from '../world/types.ts';
import type { World } from '../world/world.ts';

const SHOWN = /^(MESSAGE|CHANNEL|THREAD|SANDBOX)_/;

const sees = (world: World, userId: string, event: WorldEvent): boolean => {
  if (!SHOWN.test(event.t)) return false;
  if (event.onlyFor !== undefined) return event.onlyFor === userId;
  const channel = world.channels.get(event.channelId ?? '');
  // A channel that is gone is told to everyone: nobody can be asked any more who saw it.
  return channel === undefined || can(world.permissionsIn(userId, channel), PermissionFlagsBits.ViewChannel);
};

/** Keeps the response open and writes one `data:` line per event until the page goes away. */
export const stream = (world: World, userId: string, response: ServerResponse): void => {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write('retry: 1000\n\n');
  const stop = world.listen((event) => {
    if (sees(world, userId, event)) response.write(`data: ${JSON.stringify({ t: event.t, d: event.d })}\n\n`);
  });
  response.on('close', stop);
};
