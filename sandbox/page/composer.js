/** Where one writes: a message, or a slash command with its options. */
import { el } from './dom.js';
import { optionField } from './options.js';
import { picker } from './picker.js';
import { word } from './words.js';

/**
 * `actions`: `say(text)`, `invoke(name, shown, options)`, `complete(name, options, focused)`. `context()`: `commands` (leaves),
 * `locale`, `names`, `placeholder`, `writable`.
 */
export const composer = (root, actions, context) => {
  const problem = el('p', { class: 'failure', role: 'alert' });

  const matching = (typed) => {
    const wanted = typed.toLowerCase();
    return context()
      .commands.filter((leaf) =>
        `${leaf.name}\n${leaf.shown}\n${leaf.description}`.toLowerCase().includes(wanted),
      )
      .sort(
        (a, b) =>
          Number(b.shown.startsWith(wanted) || b.name.startsWith(wanted)) -
          Number(a.shown.startsWith(wanted) || a.name.startsWith(wanted)),
      )
      .map((leaf) => ({ label: `/${leaf.shown}`, detail: leaf.description, leaf }));
  };

  /** `written` goes into the first option. */
  const command = (leaf, written = '') => {
    const { locale, names } = context();
    let fields = [];
    const values = () =>
      Object.fromEntries(
        fields.map((field) => [field.option.name, field.value()]).filter(([, value]) => value !== undefined),
      );
    const complete = (focused, text) =>
      actions.complete(leaf.name, { ...values(), [focused]: text }, focused);
    fields = leaf.options.map((option) => optionField(option, locale, names, complete));
    const submit = (event) => {
      event.preventDefault();
      const wrong = fields.find((field) => field.problem() !== undefined);
      problem.textContent = wrong?.problem() ?? '';
      if (wrong !== undefined) return wrong.focus();
      actions.invoke(leaf.name, leaf.shown, values());
      text();
    };
    const typed = (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) text();
      // Who types on after the name of a command means its first option, though none has to be filled in.
      const writes =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (writes && event.target.type === 'submit') fields.find((field) => field.fill)?.focus();
    };
    const form = el(
      'form',
      { class: 'command', onsubmit: submit, onkeydown: typed },
      el(
        'div',
        { class: 'command-name' },
        el('strong', {}, `/${leaf.shown}`),
        ' ',
        el('span', { class: 'detail' }, leaf.description),
      ),
      el('div', { class: 'options' }, ...fields.map((field) => field.element)),
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'submit', class: 'button primary' }, word('send')),
        el('button', { type: 'button', class: 'button secondary', onclick: () => text() }, word('cancel')),
      ),
    );
    problem.textContent = '';
    root.replaceChildren(form, problem);
    if (written !== '') fields[0]?.fill?.(written);
    // Where nothing has to be filled in, Enter sends.
    const first = fields.find((field) => field.option.required);
    if (first === undefined) form.querySelector('button[type=submit]').focus();
    else first.focus();
  };

  const text = (start = '') => {
    const { placeholder } = context();
    const input = el('textarea', {
      id: 'composer-text',
      rows: '1',
      placeholder,
      'aria-label': placeholder,
      maxlength: '2000',
      value: start,
    });
    const list = picker(input, (item) => command(item.leaf));
    const look = () => {
      const typed = /^[/／](\S[^\n]*)?$/.exec(input.value);
      if (typed === null) return list.hide();
      const wanted = typed[1] ?? '';
      // `/article ` names a command in full, `/article 23` its first option as well: on to its options.
      const named = context().commands.find((leaf) =>
        [leaf.name, leaf.shown].some(
          (name) => `${wanted} `.startsWith(`${name} `) && wanted.length > name.length,
        ),
      );
      if (named === undefined) list.show(matching(wanted.trim()), word('noMatch'));
      else {
        const name = [named.shown, named.name].find((one) => wanted.startsWith(`${one} `)) ?? '';
        command(named, wanted.slice(name.length).trim());
      }
    };
    input.addEventListener('input', look);
    input.addEventListener('focus', look);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      const content = input.value.trim();
      if (content === '' || content.startsWith('/') || !context().writable) return;
      actions.say(content);
      input.value = '';
    });
    problem.textContent = '';
    root.replaceChildren(el('div', { class: 'text' }, list.list, input), problem);
    if (start !== '') look();
    if (document.activeElement === document.body || start !== '') input.focus({ preventScroll: true });
  };

  return { text, command, fail: (reason) => (problem.textContent = reason) };
};
