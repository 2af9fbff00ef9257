/** The panel of the sample publisher. */
import { order, read } from './ask.js';
import { el } from './dom.js';
import { isChinese, word } from './words.js';

const SAMPLES = ['measure', 'interpretation', 'consultation', 'doubtful', 'notice', 'repost', 'hostile'];

const PAGES = {
  list: '/publisher/list.html',
  rss: '/publisher/rss.xml',
  district: '/publisher/district.xml',
};

export const publishPanel = (root) => {
  const said = el('p', { class: 'said', role: 'status' });
  const recent = el('ul', { class: 'recent' });

  const refresh = async () => {
    const entries = await read('published');
    const day = new Intl.DateTimeFormat(isChinese() ? 'zh-CN' : 'en', {
      dateStyle: 'short',
      timeStyle: 'short',
    });
    recent.replaceChildren(
      ...entries
        .slice(0, 6)
        .map((entry) =>
          el(
            'li',
            {},
            el(
              'a',
              { href: `/publisher/d/${entry.id}.html`, target: '_blank', rel: 'noopener' },
              entry.title,
            ),
            el('small', {}, ` ${word('sites')[entry.site]} · ${day.format(entry.at)}`),
          ),
        ),
    );
  };
  const publish = async (body) => {
    const entry = await order('publish', body);
    said.textContent = word('justPublished', entry.title);
    await refresh();
  };
  const sample = (name) => {
    const [title, about] = word('sampleNames')[name];
    return el(
      'button',
      { type: 'button', class: 'sample', onclick: () => publish({ sample: name }) },
      el('strong', {}, title),
      el('small', {}, about),
    );
  };
  const own = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = Object.fromEntries(new FormData(form));
    await publish(data);
    form.reset();
  };
  const draw = () => {
    said.textContent = '';
    root.replaceChildren(
      el('h2', {}, word('samples')),
      el('p', { class: 'subtext' }, word('samplesHint')),
      ...SAMPLES.map(sample),
      said,
      el(
        'details',
        {},
        el('summary', {}, word('own')),
        el(
          'form',
          { class: 'own', onsubmit: own },
          el('label', {}, word('title'), el('input', { name: 'title', required: true, maxlength: '2000' })),
          el('label', {}, word('docNumber'), el('input', { name: 'docNumber', maxlength: '100' })),
          el('label', {}, word('body'), el('textarea', { name: 'body', rows: '4', maxlength: '20000' })),
          el(
            'label',
            {},
            word('site'),
            el(
              'select',
              { name: 'site' },
              ...Object.entries(word('sites')).map(([value, name]) => el('option', { value }, name)),
            ),
          ),
          el('button', { type: 'submit', class: 'button primary' }, word('publish')),
        ),
      ),
      el('h3', {}, word('recent')),
      recent,
      el(
        'p',
        { class: 'subtext' },
        ...Object.entries(PAGES).flatMap(([site, href], n) => [
          n > 0 && ' · ',
          el('a', { href, target: '_blank', rel: 'noopener' }, word('sites')[site]),
        ]),
      ),
      el(
        'p',
        { class: 'subtext' },
        word('districtHint'),
        ' ',
        el('code', {}, new URL(PAGES.district, location.href).href),
      ),
    );
    return refresh();
  };
  return { draw };
};
