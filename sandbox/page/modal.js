/** A modal of the bot as a dialog. */

import { el, freshId } from './dom.js';
import { choicesOf } from './parts.js';
import { rich } from './rich.js';
import { word } from './words.js';

const required = (part) => part.required !== false;

const input = (part) => {
  const paragraph = part.style === 2;
  const control = el(paragraph ? 'textarea' : 'input', {
    ...(paragraph ? { rows: '4' } : { type: 'text' }),
    required: required(part),
    placeholder: part.placeholder ?? '',
    minlength: part.min_length === undefined || part.min_length === 0 ? null : String(part.min_length),
    maxlength: String(part.max_length ?? 4000),
    value: part.value ?? '',
  });
  return { control, value: () => control.value };
};

const select = (part, names) => {
  const many = (part.max_values ?? 1) > 1;
  const options = choicesOf(part, names);
  const control = el(
    'select',
    { multiple: many, required: required(part), size: many ? String(Math.min(6, options.length)) : null },
    many ? null : el('option', { value: '' }, part.placeholder ?? word('choose')),
    ...options.map((option) =>
      el('option', { value: option.value, selected: option.default === true }, option.label),
    ),
  );
  return {
    control,
    value: () => [...control.selectedOptions].map((option) => option.value).filter((value) => value !== ''),
  };
};

/** Radio buttons and groups of boxes: one fieldset, `single` decides what is sent. */
const group = (part, single) => {
  const name = freshId('group');
  const boxes = part.options.map((option) =>
    el('input', {
      type: single ? 'radio' : 'checkbox',
      name,
      value: option.value,
      checked: option.default === true,
      required: single && required(part),
    }),
  );
  const control = el(
    'fieldset',
    {},
    ...boxes.map((box, n) => el('label', { class: 'check' }, box, part.options[n].label)),
  );
  const picked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  return { control, value: () => (single ? (picked()[0] ?? '') : picked()) };
};

const checkbox = (part) => {
  const control = el('input', { type: 'checkbox', checked: part.default === true });
  return { control, value: () => control.checked };
};

const field = (part, names) => {
  if (part.type === 4) return input(part);
  if (part.type === 21) return group(part, true);
  if (part.type === 22) return group(part, false);
  if (part.type === 23) return checkbox(part);
  return select(part, names);
};

/** Opens the modal; `submit(values)` sends it and resolves with whether it was answered. */
export const openModal = (dialog, modal, names, submit) => {
  const fields = [];
  const labelled = (part, label, description) => {
    const made = field(part, names);
    const id = freshId('field');
    made.control.id = id;
    fields.push([part.custom_id, made]);
    return el(
      'div',
      { class: 'modal-option' },
      el('label', { for: id }, label, required(part) ? '' : `（${word('optional')}）`),
      description && el('small', {}, description),
      made.control,
    );
  };
  const draw = (part) => {
    if (part.type === 10) return rich(part.content, names);
    if (part.type === 18) return labelled(part.component, part.label, part.description);
    return part.components.map((inner) => labelled(inner, inner.label));
  };
  const failure = el('p', { class: 'failure', role: 'alert' });
  const title = freshId('title');
  const send = async (event) => {
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    const values = Object.fromEntries(fields.map(([name, made]) => [name, made.value()]));
    const problem = await submit(values);
    button.disabled = false;
    failure.textContent = problem ?? '';
    if (problem === undefined) dialog.close();
  };
  dialog.setAttribute('aria-labelledby', title);
  dialog.replaceChildren(
    el(
      'form',
      { onsubmit: send },
      el('h2', { id: title, class: 'modal-title' }, modal.title),
      ...modal.components.flatMap(draw),
      failure,
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'submit', class: 'button primary' }, word('submit')),
        el(
          'button',
          { type: 'button', class: 'button secondary', onclick: () => dialog.close() },
          word('cancel'),
        ),
      ),
    ),
  );
  dialog.showModal();
};
