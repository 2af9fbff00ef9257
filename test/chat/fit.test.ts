import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAction, encodeAction, fitsCustomId } from '../../src/chat/customId.ts';
import { fitReply } from '../../src/chat/fit.ts';
import { md } from '../../src/chat/markdown.ts';
import { type Block, buttons, divider, note, text } from '../../src/chat/reply.ts';

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
