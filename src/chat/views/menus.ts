import { fitsCustomId } from '../customId.ts';
import { clip } from '../markdown.ts';
import { type Action, type Block, type Button, buttons } from '../reply.ts';

/** Discord's limit of an option's value. */
const longestValue = 100;

type Options = Extract<Block, { type: 'select' }>['options'];

/**
 * Select menus over any number of options: 25 to a menu, at most five menus, each saying from where to where it reaches. The
 * chosen option's value is the action's first argument. What names a document too long for Discord has no menu.
 */
export const menus = (options: Options, action: Action, placeholder: string): readonly Block[] => {
  const offered = options.filter(({ value }) => value.length <= longestValue);
  const numbered = (menu: number): Action => ({ ...action, args: [...action.args, `menu-${menu}`] });
  if (!fitsCustomId(numbered(0))) return [];
  return Array.from({ length: Math.min(5, Math.ceil(offered.length / 25)) }, (_, menu) => {
    const some = offered.slice(menu * 25, menu * 25 + 25);
    const reach = offered.length > 25 ? ` ${some[0]?.label}–${some.at(-1)?.label}` : '';
    return {
      type: 'select',
      // Components of one message must differ in their id: the menu's number makes them differ and is read by nobody.
      action: numbered(menu),
      placeholder: clip(placeholder + reach, 150),
      options: some,
    };
  });
};

/** A row of those buttons whose action Discord has room for; no row where there is none. */
export function pressable(...list: readonly Button[]): readonly Block[] {
  const fitting = list.filter((button) => 'url' in button || fitsCustomId(button.action));
  return fitting.length === 0 ? [] : [buttons(...fitting)];
}
