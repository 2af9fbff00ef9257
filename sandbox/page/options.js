/** One field per option of a command. Each has `element`, `value()` (undefined where left out), `problem()` and `focus()`. */
import { order } from './ask.js';
import { localised } from './commands.js';
import { el, freshId } from './dom.js';
import { picker } from './picker.js';
import { word } from './words.js';

const WAIT_MS = 150;

const frame = (option, locale, control, extra = []) => {
  const id = freshId('option');
  control.id = id;
  const name = localised(option, 'name', locale);
  const description = el(
    'small',
    { id: `${id}-about` },
    localised(option, 'description', locale),
    option.required ? '' : `（${word('optional')}）`,
  );
  control.setAttribute('aria-describedby', `${id}-about`);
  return el('div', { class: 'option' }, el('label', { for: id }, name), control, ...extra, description);
};

const isNumber = (option) => option.type === 4 || option.type === 10;

const typed = (option, text) => {
  if (text === '') return undefined;
  return isNumber(option) ? Number(text) : text;
};

const inRange = (option, value) =>
  (option.type === 4 ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
  value >= (option.min_value ?? -Infinity) &&
  value <= (option.max_value ?? Infinity);

/** Text or a number, completed by the bot, by the command's own choices, or by nobody. */
const text = (option, locale, complete) => {
  const input = el('input', {
    type: 'text',
    placeholder: option.required ? word('required') : word('unset'),
  });
  let chosen = null;
  const list = picker(input, (item) => {
    input.value = item.label;
    chosen = item.value;
  });
  const choices = (option.choices ?? []).map((choice) => ({
    label: localised(choice, 'name', locale),
    value: choice.value,
  }));
  let timer;
  let asked = 0;
  const value = () => chosen ?? typed(option, input.value.trim());
  const look = async () => {
    if (choices.length > 0) {
      const wanted = chosen === null ? input.value.trim().toLowerCase() : '';
      list.show(
        choices.filter((choice) => choice.label.toLowerCase().includes(wanted)),
        word('noChoices'),
      );
      return;
    }
    if (!option.autocomplete) return;
    asked += 1;
    const turn = asked;
    const found = await complete(option.name, input.value);
    // An answer to what has since been typed over, or left, is not shown.
    if (turn !== asked || document.activeElement !== input) return;
    if (found === null) list.show([], word('choicesFailed'));
    else
      list.show(
        found.map((choice) => ({ label: localised(choice, 'name', locale), value: choice.value })),
        word('noChoices'),
      );
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  };
  input.addEventListener('input', () => {
    chosen = null;
    soon();
  });
  input.addEventListener('focus', soon);
  const problem = () => {
    if (option.required && value() === undefined) return word('fill', localised(option, 'name', locale));
    return isNumber(option) && value() !== undefined && !inRange(option, value())
      ? word('number', localised(option, 'name', locale), option.min_value, option.max_value)
      : undefined;
  };
  return {
    option,
    element: frame(option, locale, input, [list.list]),
    value,
    problem,
    focus: () => input.focus(),
    fill: (written) => {
      input.value = written;
      chosen = null;
    },
  };
};

/** A yes or no, a person, a role, a channel: picked from what there is. */
const pick = (option, locale, choices) => {
  const blank = el('option', { value: '' }, option.required ? word('choose') : word('unset'));
  const select = el(
    'select',
    {},
    blank,
    ...choices.map((choice) => el('option', { value: choice.value }, choice.label)),
  );
  const read = { 5: (chosen) => chosen === 'true' };
  const value = () => (select.value === '' ? undefined : (read[option.type] ?? String)(select.value));
  const problem = () =>
    option.required && value() === undefined ? word('fill', localised(option, 'name', locale)) : undefined;
  return { option, element: frame(option, locale, select), value, problem, focus: () => select.focus() };
};

const base64 = (file) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });

/** A file of one's own; the sandbox keeps it as soon as it is chosen. */
const file = (option, locale) => {
  let id;
  let wrong;
  const input = el('input', { type: 'file' });
  input.addEventListener('change', async () => {
    id = undefined;
    wrong = undefined;
    const [chosen] = input.files;
    if (chosen === undefined) return;
    wrong = word('uploading');
    try {
      const kept = await order('choose-file', { name: chosen.name, base64: await base64(chosen) });
      id = kept.id;
      wrong = undefined;
    } catch (error) {
      wrong = word('refused', error.message);
    }
  });
  const missing = () => option.required && id === undefined;
  return {
    option,
    element: frame(option, locale, input),
    value: () => id,
    problem: () => wrong ?? (missing() ? word('fill', localised(option, 'name', locale)) : undefined),
    focus: () => input.focus(),
  };
};

export const optionField = (option, locale, names, complete) => {
  const sources = {
    5: () => [
      { label: word('yes'), value: 'true' },
      { label: word('no'), value: 'false' },
    ],
    6: () => names.all('users'),
    7: () => names.all('channels', option.channel_types ?? []),
    8: () => names.all('roles'),
    9: () => [...names.all('users'), ...names.all('roles')],
  };
  if (option.type === 11) return file(option, locale);
  const source = sources[option.type];
  return source === undefined ? text(option, locale, complete) : pick(option, locale, source());
};
