/** A list under which a text field is completed: arrows, Enter, Tab, Escape, or the pointer. */
import { el, freshId } from './dom.js';

/** `onpick(item)` is called with the chosen item of `show(items)`; items have `label`, and may have `detail` and `group`. */
export const picker = (input, onpick) => {
  const id = freshId('list');
  const list = el('ul', { class: 'picker', role: 'listbox', id, hidden: true });
  let items = [];
  let active = -1;
  Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
    autocomplete: 'off',
  }).forEach(([name, value]) => {
    input.setAttribute(name, value);
  });

  const mark = (index) => {
    active = index;
    const options = [...list.querySelectorAll('[role=option]')];
    options.forEach((option, n) => {
      option.setAttribute('aria-selected', String(n === index));
    });
    const option = options[index];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const hide = () => {
    list.hidden = true;
    items = [];
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const pick = (index) => {
    const item = items[index];
    if (item === undefined) return;
    hide();
    onpick(item);
  };
  const row = (item, n) =>
    el(
      'li',
      {
        role: 'option',
        id: `${id}-${n}`,
        onmousedown: (event) => event.preventDefault(),
        onclick: () => pick(n),
        onmousemove: () => active !== n && mark(n),
      },
      el('span', { class: 'label' }, item.label),
      item.detail && el('span', { class: 'detail' }, item.detail),
    );
  /** Shows these; `note` is said where there are none. */
  const show = (found, note) => {
    items = found;
    list.replaceChildren(...found.map(row));
    if (found.length === 0 && note !== undefined)
      list.append(el('li', { class: 'note', role: 'presentation' }, note));
    list.hidden = found.length === 0 && note === undefined;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(found.length > 0 ? 0 : -1);
  };
  const keys = {
    ArrowDown: () => mark((active + 1) % items.length),
    ArrowUp: () => mark((active - 1 + items.length) % items.length),
    Enter: () => pick(active),
    Tab: () => pick(active),
    Escape: hide,
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden || (items.length === 0 && event.key !== 'Escape')) return;
    const act = event.shiftKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  });
  input.addEventListener('blur', hide);
  return { list, show, hide };
};
