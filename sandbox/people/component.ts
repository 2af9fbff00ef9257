/** What a client sends when a component is used, and what it does not let through. */
import { ComponentType as T } from 'discord-api-types/v10';
import { isObject } from '../validate/form.ts';
import type { StoredMessage } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Reference, resolve } from './options.ts';
import type { Place } from './place.ts';
import { NotOffered } from './refusal.ts';

/** The component with this `custom_id`, wherever it is nested. */
const findComponent = (components: unknown, customId: string): Record<string, unknown> | undefined => {
  if (!Array.isArray(components)) return undefined;
  for (const component of components.filter(isObject)) {
    if (component.custom_id === customId) return component;
    for (const inner of [component.components, [component.accessory]]) {
      const found = findComponent(inner, customId);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

const checkSelection = (select: Record<string, unknown>, values: readonly string[]): void => {
  const min = typeof select.min_values === 'number' ? select.min_values : 1;
  const max = typeof select.max_values === 'number' ? select.max_values : 1;
  if (values.length < min || values.length > max) throw new NotOffered(`pick ${min} to ${max}`);
  if (!Array.isArray(select.options)) return;
  const known = select.options.filter(isObject).map((option) => option.value);
  const strange = values.find((value) => !known.includes(value));
  if (strange !== undefined) throw new NotOffered(`there is no choice ${strange}`);
};

const KINDS: Partial<Record<T, Reference['kind']>> = {
  [T.UserSelect]: 'user',
  [T.RoleSelect]: 'role',
  [T.ChannelSelect]: 'channel',
};
const SELECTS = [T.StringSelect, T.UserSelect, T.RoleSelect, T.MentionableSelect, T.ChannelSelect];

/** Data of a button (no `values`) or of a select. */
export const componentData = (
  world: World,
  place: Place,
  source: StoredMessage,
  customId: string,
  values: readonly string[] | null,
): object => {
  const kinds = values === null ? [T.Button] : SELECTS;
  const component = findComponent(source.wire.components, customId);
  const type = kinds.find((kind) => kind === component?.type) ?? kinds[0] ?? T.Button;
  if (!place.forged) {
    if (component === undefined || component.type !== type) throw new NotOffered(`there is no ${customId}`);
    if (component.disabled === true) throw new NotOffered(`${customId} is disabled`);
    if (values !== null) checkSelection(component, values);
  }
  const guild = world.guildOf(place.channel);
  const references = (values ?? []).map(
    (id): Reference => ({ kind: KINDS[type] ?? (guild?.roles.has(id) ? 'role' : 'user'), id }),
  );
  const resolved = type === T.StringSelect ? undefined : resolve(world, guild, place.user.id, references);
  return {
    custom_id: customId,
    component_type: type,
    id: component?.id ?? 0,
    ...(values !== null && { values }),
    ...(resolved !== undefined && { resolved }),
  };
};
