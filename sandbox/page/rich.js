/** Draws Discord's markdown: the tree of `markdown.js` as elements. */
import { el, outward } from './dom.js';
import { parse, spans } from './markdown.js';
import { isChinese, word } from './words.js';

const TIMES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
const language = () => (isChinese() ? 'zh-CN' : 'en');

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const relative = (seconds) => {
  const away = seconds - Date.now() / 1_000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.round(away / size), unit);
};

const time = ({ seconds, style }) => {
  const date = new Date(seconds * 1_000);
  if (Number.isNaN(date.getTime())) return document.createTextNode(String(seconds));
  const text =
    style === 'R' ? relative(seconds) : new Intl.DateTimeFormat(language(), TIMES[style]).format(date);
  return el('time', { datetime: date.toISOString(), class: 'pill' }, text);
};

const mention = (node, names) => {
  if (node.kind === 'channel') {
    const name = names.channel(node.id);
    return el(
      'button',
      { type: 'button', class: 'pill', onclick: () => names.open(node.id) },
      `#${name ?? word('somewhere')}`,
    );
  }
  const shown = {
    user: () => `@${names.user(node.id) ?? word('someone')}`,
    role: () => `@${names.role(node.id) ?? word('someRole')}`,
    everyone: () => `@${node.name}`,
    command: () => `/${node.name}`,
  };
  return el('span', { class: 'pill' }, shown[node.kind]());
};

const spoiler = (children) => {
  const reveal = (event) => {
    const hidden = event.currentTarget;
    hidden.classList.add('shown');
    hidden.removeAttribute('role');
    hidden.removeAttribute('aria-label');
  };
  return el(
    'span',
    {
      class: 'spoiler',
      role: 'button',
      tabindex: '0',
      'aria-label': word('spoiler'),
      onclick: reveal,
      onkeydown: (event) => (event.key === 'Enter' || event.key === ' ') && reveal(event),
    },
    el('span', {}, ...children),
  );
};

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

const drawSpan = (names) => (node) => {
  if (node.type === 'text') return document.createTextNode(node.text);
  if (node.type === 'inlineCode') return el('code', {}, node.text);
  if (node.type === 'mention') return mention(node, names);
  if (node.type === 'time') return time(node);
  const children = node.children.map(drawSpan(names));
  if (node.type === 'link') return outward(node.url, ...children);
  if (node.type === 'spoiler') return spoiler(children);
  return el(TAGS[node.type], {}, ...children);
};

const listFor = (item) => el(item.number === null ? 'ul' : 'ol', { start: item.number });

/** Items as lists: deeper ones inside the item before them, a new list where bullets turn into numbers. */
const drawList = (items, names) => {
  const root = el('div', {});
  let open = [];
  for (const item of items) {
    open = open.filter(({ depth }) => depth <= item.depth);
    const sameKind = open.at(-1)?.depth === item.depth && open.at(-1).numbered === (item.number !== null);
    if (!sameKind) {
      open = open.filter(({ depth }) => depth < item.depth);
      const list = listFor(item);
      (open.at(-1)?.list.lastChild ?? root).append(list);
      open.push({ depth: item.depth, numbered: item.number !== null, list });
    }
    open.at(-1).list.append(el('li', {}, ...item.children.map(drawSpan(names))));
  }
  return root;
};

const drawBlock = (names) => (node) => {
  const inline = () => node.children.map(drawSpan(names));
  switch (node.type) {
    case 'heading':
      return el(`h${node.level + 2}`, { class: `md-h${node.level}` }, ...inline());
    case 'subtext':
      return el('p', { class: 'subtext' }, ...inline());
    case 'quote':
      return el('blockquote', {}, ...node.children.map(drawBlock(names)));
    case 'list':
      return drawList(node.items, names);
    case 'code':
      return el('pre', {}, el('code', {}, node.text));
    default:
      return el('p', {}, ...inline());
  }
};

/** Text as Discord shows it. `names` resolves mentions and opens channels. */
export const rich = (text, names) => el('div', { class: 'rich' }, ...parse(text).map(drawBlock(names)));

/** One line of it, without blocks: titles and names. */
export const richLine = (text, names) => spans(text).map(drawSpan(names));
