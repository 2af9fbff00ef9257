/** Draws the components of a message: legacy rows, and Components V2. */
import { el, outward } from './dom.js';
import { rich } from './rich.js';
import { word } from './words.js';

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'premium' };
const emojiOf = (part) =>
  part.emoji?.name
    ? el('span', { 'aria-hidden': 'true' }, `${part.emoji.id ? `:${part.emoji.name}:` : part.emoji.name} `)
    : null;

const button = (part, use) => {
  if (part.style === 5) {
    const leads = outward(
      part.url,
      emojiOf(part) ?? '',
      part.label ?? part.url,
      el('span', { 'aria-hidden': 'true' }, '↗'),
    );
    leads.className = 'button link';
    return leads;
  }
  return el(
    'button',
    {
      type: 'button',
      class: `button ${STYLES[part.style] ?? ''}`,
      disabled: part.disabled === true,
      onclick: (event) => use.press(part.custom_id, event.currentTarget),
    },
    emojiOf(part),
    part.label ?? '',
  );
};

/** What a select offers: its own options, or the people, roles or channels the reader sees. */
export const choicesOf = (part, names) => {
  const kinds = { 5: ['users'], 6: ['roles'], 7: ['users', 'roles'], 8: ['channels'] };
  if (part.type === 3) return part.options;
  const preset = (part.default_values ?? []).map((one) => one.id);
  return kinds[part.type]
    .flatMap((kind) => names.all(kind, part.channel_types ?? []))
    .map((choice) => ({ ...choice, default: preset.includes(choice.value) }));
};

const described = (option) =>
  `${option.emoji?.name && !option.emoji.id ? `${option.emoji.name} ` : ''}${option.label}${option.description ? ` — ${option.description}` : ''}`;

const single = (part, names, use) => {
  const options = choicesOf(part, names);
  const placeholder = el(
    'option',
    { value: '', disabled: true, selected: !options.some((option) => option.default) },
    part.placeholder ?? word('choose'),
  );
  const select = el(
    'select',
    {
      class: 'select',
      'aria-label': part.placeholder ?? word('choose'),
      disabled: part.disabled === true,
      onchange: (event) => use.select(part.custom_id, [event.currentTarget.value], event.currentTarget),
    },
    placeholder,
    ...options.map((option) =>
      el('option', { value: option.value, selected: option.default === true }, described(option)),
    ),
  );
  return select;
};

const multiple = (part, names, use) => {
  const options = choicesOf(part, names);
  const boxes = options.map((option) =>
    el('input', { type: 'checkbox', value: option.value, checked: option.default === true }),
  );
  const min = part.min_values ?? 1;
  const max = part.max_values ?? 1;
  const confirm = el(
    'button',
    {
      type: 'button',
      class: 'button primary',
      onclick: (event) => use.select(part.custom_id, picked(), event.currentTarget),
    },
    word('confirm'),
  );
  const picked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const check = () => {
    const count = picked().length;
    confirm.disabled = count < min || count > max;
  };
  check();
  return el(
    'details',
    { class: 'select many' },
    el('summary', {}, `${part.placeholder ?? word('choose')}（${min}–${max}）`),
    el(
      'fieldset',
      { disabled: part.disabled === true, onchange: check },
      ...boxes.map((box, n) => el('label', {}, box, described(options[n]))),
    ),
    confirm,
  );
};

const isSingle = (part) => (part.min_values ?? 1) === 1 && (part.max_values ?? 1) === 1;
const select = (part, names, use) => (isSingle(part) ? single : multiple)(part, names, use);

/** One that came with the message is shown. None is fetched from outside: its address is shown instead. */
const picture = (media, description) => {
  const attached = media.attachment_id !== undefined;
  return el(
    'figure',
    { class: attached ? 'picture attached' : 'picture' },
    attached
      ? el('img', {
          src: new URL(media.url).pathname,
          alt: description ?? word('picture'),
          width: media.width,
          height: media.height,
        })
      : outward(media.url, `${word('picture')} · ${hostOf(media.url)}`),
    // Discord shows no picture's description but reads it out.
    description && !attached ? el('figcaption', {}, description) : null,
  );
};

const hostOf = (url) => (URL.canParse(url) ? new URL(url).host || url : url);

const container = (part, names, use) => {
  const box = el(
    'div',
    { class: 'container' },
    ...part.components.map((inner) => drawPart(inner, names, use)),
  );
  if (part.accent_color != null)
    box.style.setProperty('--accent', `#${part.accent_color.toString(16).padStart(6, '0')}`);
  return box;
};

const fileName = (url) => decodeURIComponent(url.split('/').at(-1) ?? url);

/** One component; `use` says what pressing and picking do, `names` what mentions and selects name. */
export const drawPart = (part, names, use) => {
  switch (part.type) {
    case 1:
      return el('div', { class: 'row' }, ...part.components.map((inner) => drawPart(inner, names, use)));
    case 2:
      return button(part, use);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return select(part, names, use);
    case 9:
      return el(
        'div',
        { class: 'section' },
        el('div', {}, ...part.components.map((inner) => drawPart(inner, names, use))),
        el('div', { class: 'accessory' }, drawPart(part.accessory, names, use)),
      );
    case 10:
      return rich(part.content, names);
    case 11:
      return picture(part.media, part.description);
    case 12:
      return el(
        'div',
        { class: 'gallery' },
        ...part.items.map((item) => picture(item.media, item.description)),
      );
    case 13:
      return el('p', { class: 'file' }, use.file(fileName(part.file.url)));
    case 14:
      return el(part.divider === false ? 'div' : 'hr', { class: part.spacing === 2 ? 'gap large' : 'gap' });
    case 17:
      return container(part, names, use);
    default:
      return el('p', { class: 'subtext' }, `component ${part.type}`);
  }
};
