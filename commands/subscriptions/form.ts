import type { Context } from '../../src/chat/command.ts';
import type { Modal, ModalField } from '../../src/chat/reply.ts';
import { KINDS } from '../../src/ledger/readTopic.ts';
import type { EntryKind } from '../../src/link/types.ts';
import type { Found } from './find.ts';

const kindsField = (id: string, label: string, chosen: readonly EntryKind[], { t }: Context): ModalField => ({
  id,
  label,
  type: 'select',
  most: KINDS.length,
  options: KINDS.map((kind) => ({ label: t(`kind.${kind}`), value: kind, selected: chosen.includes(kind) })),
});

/** When it is sent. */
export function rhythmForm({ subscription }: Found, context: Context): Modal {
  const { t } = context;
  const { mode, at, weekday, atOnce, quietHours, workdaysOnly } = subscription.rhythm;
  const modes = ['instant', 'daily', 'weekly'] as const;
  return {
    action: { command: 'subscriptions', name: 'rhythm', args: [subscription.id] },
    title: t('subscriptions.rhythm.title'),
    fields: [
      {
        id: 'mode',
        label: t('subscriptions.rhythm.mode'),
        type: 'select',
        required: true,
        options: modes.map((one) => ({ label: t(`mode.${one}`), value: one, selected: one === mode })),
      },
      {
        id: 'when',
        label: t('subscriptions.rhythm.when'),
        type: 'line',
        maxLength: 20,
        value: mode === 'weekly' ? `${t.of(`weekday.${weekday}`)} ${at}` : at,
      },
      kindsField('at-once', t('subscriptions.rhythm.at-once'), atOnce, context),
      {
        id: 'quiet',
        label: t('subscriptions.rhythm.quiet'),
        type: 'line',
        maxLength: 20,
        value: quietHours === null ? '' : `${quietHours.from}-${quietHours.to}`,
      },
      {
        id: 'days',
        label: t('subscriptions.rhythm.days'),
        type: 'select',
        required: true,
        options: [
          { label: t('subscriptions.rhythm.all-days'), value: 'all', selected: !workdaysOnly },
          { label: t('subscriptions.rhythm.workdays'), value: 'workdays', selected: workdaysOnly },
        ],
      },
    ],
  };
}

/** What it follows. */
export function scopeForm({ subscription, guild }: Found, context: Context): Modal {
  const { t } = context;
  const { articles, topics, kinds, issuers } = subscription;
  // What a topic is called reads better; a name that would be taken for two is given by its id.
  const nameOf = (id: string): string => {
    const name = guild.topics.find((topic) => topic.id === id)?.name ?? id;
    return /[,，、;；]/.test(name) ? id : name;
  };
  const line = (id: 'articles' | 'topics' | 'issuers', value: string, maxLength: number): ModalField => ({
    id,
    label: t(`subscriptions.scope.${id}`),
    type: 'line',
    maxLength,
    value,
  });
  return {
    action: { command: 'subscriptions', name: 'scope', args: [subscription.id] },
    title: t('subscriptions.scope.title'),
    fields: [
      line('articles', articles.join('、'), 400),
      line('topics', topics.map(nameOf).join('、'), 4000),
      kindsField('kinds', t('subscriptions.scope.kinds'), kinds, context),
      line('issuers', issuers.join('、'), 1000),
    ],
  };
}
