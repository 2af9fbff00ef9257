/** What a document's files of JSON may say. Ours are held to it by the tests, those of others when they are read. */
import { z } from 'zod';
import { STATUSES } from '../src/corpus/types.ts';

/** What `document.json` may say; whatever it leaves out is taken from the text. */
export const known = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'letters and digits, joined by -')
    .exactOptional(),
  title: z.string().min(1).exactOptional(),
  aliases: z.array(z.string().min(1)).exactOptional(),
  issuer: z.string().nullable().exactOptional(),
  status: z.enum(STATUSES).exactOptional(),
  dates: z
    .strictObject({
      adopted: z.iso.date().exactOptional(),
      published: z.iso.date().exactOptional(),
      effective: z.iso.date().exactOptional(),
    })
    .exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  source: z.string().exactOptional(),
  script: z.enum(['simplified', 'traditional']).exactOptional(),
  draftOf: z.string().exactOptional(),
});
export type Known = z.infer<typeof known>;

export const captions = z.record(z.string(), z.string().min(1));

/** What searching takes from `topics.json`; linking reads the rest. */
export const topics = z.record(
  z.string(),
  z.object({ about: z.string(), terms: z.array(z.string()), hints: z.array(z.string()) }),
);

export type Captions = z.infer<typeof captions>;
export type Topics = z.infer<typeof topics>;

/** What is wrong with it, for people. */
export const complaint = (error: z.ZodError): string => z.prettifyError(error);
