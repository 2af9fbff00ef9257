import type { Action } from './reply.ts';

/** Discord's limit of a component's `custom_id`, in characters. */
const limit = 100;

const join = ({ command, name, args }: Action): string =>
  [command, name, ...args].map((part) => part.replace(/%/g, '%25').replace(/\|/g, '%7C')).join('|');

/** Whether an action can live in a component. */
export const fitsCustomId = (action: Action): boolean => join(action).length <= limit;

/**
 * An action as a `custom_id`: `article|show|ordinance:23`. All that a press needs is in it, so buttons go on working after
 * a restart. Throws where it does not fit: whoever makes the action limits what goes in.
 */
export function encodeAction(action: Action): string {
  const id = join(action);
  if (id.length > limit) throw new Error(`custom_id is longer than ${limit} characters: ${id}`);
  return id;
}

/** The action in a `custom_id`, or null for one we did not make (forged, or of an older version). */
export function decodeAction(customId: string): Action | null {
  const [command, name, ...args] = customId
    .split('|')
    .map((part) => part.replace(/%7C/g, '|').replace(/%25/g, '%'));
  return command && name ? { command, name, args } : null;
}
