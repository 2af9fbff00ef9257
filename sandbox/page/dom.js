/** An element with listeners (`onclick`), attributes (true: present, false or null: absent) and children; strings become text. */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A link that leads out of the page. */
export const outward = (url, ...children) =>
  el('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow', title: url }, ...children);

/** An id that no other element of the page has, to tie a label to its field. */
let last = 0;
export const freshId = (prefix) => {
  last += 1;
  return `${prefix}-${last}`;
};
