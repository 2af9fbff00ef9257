import type { SeenMeasure } from '../../ledger/gather.ts';
import { nobodys } from '../../ledger/see.ts';
import type { Guild } from '../../ledger/types.ts';
import type { Context } from '../command.ts';
import { type Reply, text } from '../reply.ts';

/** By whose eyes the asker sees the ledger: their server's, or by what holds without one. */
export const guildOf = async ({ asker, store }: Pick<Context, 'asker' | 'store'>): Promise<Guild> =>
  asker.guildId === null ? nobodys : store.guild(asker.guildId);

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
  const name = `measures-${now.toISOString().slice(0, 10)}.${isJson ? 'json' : 'csv'}`;
  return {
    tone: 'plain',
    blocks: [text(t.md('export.done', { count: exported.length })), { type: 'file', file: name }],
    files: [{ name, bytes: new TextEncoder().encode(written) }],
  };
}
