import { defineCommand } from '../src/chat/command.ts';

const answers = () => import('./review/answer.ts');

export const review = defineCommand({
  name: 'review',
  access: 'moderator',
  audience: 'moderators',
  // On every alert: whoever reads it may say that it has nothing to do with the ordinance.
  open: ['flag'],
  options: {
    show: {
      type: 'string',
      choices: { waiting: 'review.show.waiting', decided: 'review.show.decided' },
    },
  },

  execute: async ({ show }, context) =>
    (await answers()).list(show === 'decided' ? show : 'waiting', '0', context),

  actions: {
    waiting: async ([page = '0'], context) => (await answers()).list('waiting', page, context),
    decided: async ([page = '0'], context) => (await answers()).list('decided', page, context),
    look: async ([id = ''], context) => (await answers()).look(id, context),
    settle: async ([id = '', verdict = ''], context) => (await answers()).settle(id, verdict, context),
    other: async ([id = ''], context) => (await answers()).other(id, context),
    picked: async ([values = '', id = '', part = '0', carried = ''], context) =>
      (await answers()).choose(values, id, part, carried, context),
    part: async ([part = '0', id = '', carried = ''], context) =>
      (await answers()).turnTo(part, id, carried, context),
    choose: async ([id = '', carried = ''], context) => (await answers()).settleChosen(id, carried, context),
    type: async ([id = ''], context) => (await answers()).openForm(id, context),
    undo: async ([id = '', at = ''], context) => (await answers()).undo(id, at, context),
    flag: async ([id = ''], context) => (await answers()).flag(id, context),
  },
  forms: {
    type: async ({ articles = '' }, [id = ''], context) =>
      (await answers()).settleTyped(articles, id, context),
  },
});
