import { clip } from '../markdown.ts';
import type { Action, Block } from '../reply.ts';

type Options = Extract<Block, { type: 'select' }>['options'];

/**
 * Select menus over any number of options: 25 to a menu, at most five menus, each saying from where to where it reaches. The
 * chosen option's value is the action's first argument.
 */
export const menus = (options: Options, action: Action, placeholder: string): readonly Block[] =>
  Array.from({ length: Math.min(5, Math.ceil(options.length / 25)) }, (_, menu) => {
    const some = options.slice(menu * 25, menu * 25 + 25);
    const reach = options.length > 25 ? ` ${some[0]?.label}–${some.at(-1)?.label}` : '';
    return {
      type: 'select',
      // Components of one message must differ in their id: the menu's number makes them differ and is read by nobody.
      action: { ...action, args: [...action.args, `menu-${menu}`] },
      placeholder: clip(placeholder + reach, 150),
      options: some,
    };
  });
