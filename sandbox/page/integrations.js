/** Server Settings → Integrations, for those who manage the server: which roles may use which commands. */
import { order, read } from './ask.js';
import { localised } from './commands.js';
import { el } from './dom.js';
import { guildNow, state } from './state.js';
import { word } from './words.js';

/** Whoever has it needs no leave. */
const MANAGE_GUILD = 1n << 5n;

const allowed = (command, role) => command.permissions.some((one) => one.id === role && one.permission);

export const integrationsPanel = (root) => {
  let role = '';

  const check = (guild, command) =>
    el(
      'label',
      { class: 'permit' },
      el('input', {
        type: 'checkbox',
        checked: allowed(command, role),
        onchange: (event) =>
          order('command-permission', {
            user: state.user,
            guild: guild.id,
            command: command.name,
            target: role,
            allowed: event.currentTarget.checked ? true : null,
          }),
      }),
      ` /${localised(command, 'name', state.locale)}`,
    );

  const draw = async () => {
    const guild = guildNow();
    const commands = await read('integrations', { user: state.user, guild: guild?.id ?? '' });
    const roles = (guild?.roles ?? []).filter(
      (one) => one.id !== guild.id && !one.managed && (BigInt(one.permissions) & MANAGE_GUILD) === 0n,
    );
    root.hidden = commands.length === 0 || roles.length === 0;
    if (root.hidden) return;
    if (!roles.some((one) => one.id === role)) role = roles[0].id;
    const pick = el(
      'select',
      {
        onchange: (event) => {
          role = event.currentTarget.value;
          draw();
        },
      },
      ...roles.map((one) => el('option', { value: one.id, selected: one.id === role }, one.name)),
    );
    root.replaceChildren(
      el('summary', {}, word('integrations')),
      el('p', { class: 'subtext' }, word('integrationsHint')),
      el('label', { class: 'own' }, word('integrationsRole'), pick),
      el('div', {}, ...commands.map((command) => check(guild, command))),
    );
  };
  return { draw };
};
