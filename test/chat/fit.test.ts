import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAction, encodeAction, fitsCustomId } from '../../src/chat/customId.ts';
import { fitReply } from '../../src/chat/fit.ts';
import { fitModal } from '../../src/chat/fitModal.ts';
import { md } from '../../src/chat/markdown.ts';
import { type Block, buttons, divider, note, type Reply, text } from '../../src/chat/reply.ts';

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.string({ maxLength: 9000, unit: 'grapheme' }).map((value) => text(md`${value}x`)),
  fc.string({ maxLength: 300 }).map((value) => note(md`${value}x`)),
  fc.constant(divider),
  fc.constant(buttons({ label: 'a', action: { command: 'c', name: 'n', args: [] } })),
);

describe('fitting a reply to Discord', () => {
  it('keeps every message under 4000 characters and 40 components', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
        for (const { components } of fitReply({ tone: 'plain', blocks }, 'asker')) {
          const inner = components.flatMap((container) => container.components);
          const length = inner.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);
          const count = inner.reduce(
            (sum, part) => sum + 1 + ('components' in part ? part.components.length : 0),
            1,
          );
          expect(length).toBeLessThanOrEqual(4000);
          expect(count).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses no letter of a long text', () => {
    const long = '第一款。'.repeat(3000);
    const shown = fitReply({ tone: 'law', blocks: [text(md`${long}`)] }, 'asker')
      .flatMap(({ components }) => components.flatMap((container) => container.components))
      .map((part) => ('content' in part ? part.content : ''))
      .join('');
    expect(shown).toBe(long);
  });

  it('mentions nobody', () => {
    expect(
      fitReply({ tone: 'plain', blocks: [text(md`@everyone`)] }, 'everyone')[0].allowed_mentions,
    ).toEqual({
      parse: [],
    });
  });
});

describe('files of a reply', () => {
  const png = { name: 'coverage.png', bytes: new Uint8Array([1]) };
  const csv = { name: 'coverage.csv', bytes: new Uint8Array([2]) };
  const image: Block = { type: 'image', file: 'coverage.png', alt: '76 articles' };

  it('go with the message that shows them, and with no other', () => {
    const reply: Reply = {
      tone: 'plain',
      blocks: [image, text(md`${'字'.repeat(5000)}`), { type: 'file', file: 'coverage.csv' }],
      files: [csv, png],
    };
    expect(fitReply(reply, 'asker').map(({ files }) => files)).toEqual([[png], [csv]]);
  });

  it('are named by their components, a picture with what it shows in words', () => {
    const [{ components }] = fitReply({ tone: 'plain', blocks: [image], files: [png] }, 'asker');
    expect(components[0]?.components).toEqual([
      { type: 12, items: [{ media: { url: 'attachment://coverage.png' }, description: '76 articles' }] },
    ]);
  });

  it('must be there when a block shows them', () => {
    expect(() => fitReply({ tone: 'plain', blocks: [image] }, 'asker')).toThrow('coverage.png');
  });
});

describe('a select', () => {
  const options = ['a', 'b'].map((value) => ({ label: value, value, selected: value === 'b' }));
  const select: Block = {
    type: 'select',
    action: { command: 'c', name: 'n', args: [] },
    placeholder: 'choose',
    options,
    least: 0,
    most: 5,
  };

  it('takes no more choices than there are options, and shows what is chosen already', () => {
    const [{ components }] = fitReply({ tone: 'plain', blocks: [select] }, 'asker');
    expect(components[0]?.components[0]).toMatchObject({
      components: [
        {
          min_values: 0,
          max_values: 2,
          options: [
            { label: 'a', value: 'a' },
            { label: 'b', value: 'b', default: true },
          ],
        },
      ],
    });
  });
});

describe('a form', () => {
  it('puts each field under its label, and asks for none that need not be filled in', () => {
    const modal = fitModal({
      action: { command: 'topic', name: 'save', args: ['7'] },
      title: 'Topic',
      fields: [
        { id: 'name', label: 'Name', type: 'line', value: 'AI', required: true, maxLength: 60 },
        { id: 'any', label: 'Words', description: 'one a line', type: 'lines', value: '' },
        {
          id: 'kinds',
          label: 'Kinds',
          type: 'select',
          most: 9,
          options: [{ label: 'Measure', value: 'measure' }],
        },
      ],
    });
    expect(modal).toEqual({
      custom_id: 'topic|save|7',
      title: 'Topic',
      components: [
        {
          type: 18,
          label: 'Name',
          component: { type: 4, custom_id: 'name', style: 1, required: true, value: 'AI', max_length: 60 },
        },
        {
          type: 18,
          label: 'Words',
          description: 'one a line',
          component: { type: 4, custom_id: 'any', style: 2, required: false },
        },
        {
          type: 18,
          label: 'Kinds',
          component: {
            type: 3,
            custom_id: 'kinds',
            options: [{ label: 'Measure', value: 'measure' }],
            required: false,
            min_values: 0,
            max_values: 1,
          },
        },
      ],
    });
  });
});

describe('actions in a custom_id', () => {
  it('come back as they went in', () => {
    const part = fc.string({ maxLength: 20, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.array(part),
        (command, name, args) => {
          const action = { command, name, args };
          fc.pre(fitsCustomId(action));
          expect(decodeAction(encodeAction(action))).toEqual(action);
        },
      ),
    );
  });

  it('are refused rather than cut when they do not fit', () => {
    const action = { command: 'search', name: 'page', args: ['字'.repeat(100)] };
    expect(fitsCustomId(action)).toBe(false);
    expect(() => encodeAction(action)).toThrow('100');
  });

  it.each(['', 'article', '|x'])('%j is not one of ours', (id) => {
    expect(decodeAction(id)).toBeNull();
  });
});
