import { dayIn } from '../../ledger/followUp.ts';
import type { SeenMeasure } from '../../ledger/gather.ts';
import { nobodys } from '../../ledger/see.ts';
import type { Guild } from '../../ledger/types.ts';
import type { Context } from '../command.ts';
import { type Attachment, type Reply, text } from '../reply.ts';

/** By whose eyes the asker sees the ledger: their server's, or by what holds without one. */
export const guildOf = async ({ asker, store }: Pick<Context, 'asker' | 'store'>): Promise<Guild> =>
  asker.guildId === null ? nobodys : store.guild(asker.guildId);

/** Discord takes files of 10 MiB (docs, "Uploading Files"); the rest of the message needs some room. */
const fileLimit = 9 * 1024 * 1024;

/** A file as it is, or, where Discord would not take it, compressed. */
export async function packed(name: string, bytes: Uint8Array): Promise<Attachment> {
  if (bytes.length <= fileLimit) return { name, bytes };
  const [{ gzip }, { promisify }] = await Promise.all([import('node:zlib'), import('node:util')]);
  return { name: `${name}.gz`, bytes: await promisify(gzip)(bytes) };
}

/** All of these measures as a file. */
export async function exportReply(
  measures: readonly SeenMeasure[],
  format: string,
  { t, corpus, now }: Context,
): Promise<Reply> {
  const { exportMeasure, measuresAsCsv, measuresAsJson } = await import('../../ledger/export.ts');
  const effective = corpus.documents[0]?.info.dates.effective ?? '';
  const exported = measures.map((measure) => exportMeasure(measure, effective));
  const isJson = format === 'json';
  const written = isJson ? measuresAsJson(exported, now.toISOString()) : measuresAsCsv(exported);
  const { name, bytes } = await packed(
    `measures-${dayIn(now.toISOString())}.${isJson ? 'json' : 'csv'}`,
    Buffer.from(written),
  );
  return {
    tone: 'plain',
    blocks: [text(t.md('export.done', { count: exported.length })), { type: 'file', file: name }],
    files: [{ name, bytes }],
  };
}
