import type { Kysely, Transaction } from 'kysely';
import { hashOf } from '../../hash.ts';
import type { AuditEntry } from '../port.ts';
import type { Tables } from './schema.ts';

/** The record of change `number`. Null, with nothing written, where what it takes back is no such entry or was taken back before. */
export async function writeAudit(
  trx: Transaction<Tables>,
  number: number,
  entry: Omit<AuditEntry, 'id' | 'undoneBy'>,
): Promise<AuditEntry | null> {
  const id = hashOf('audit', entry.guildId, String(number));
  if (entry.undoes !== null) {
    const { numUpdatedRows } = await trx
      .updateTable('audit')
      .set({ undone_by: id })
      .where('id', '=', entry.undoes)
      .where('guild_id', '=', entry.guildId)
      .where('undone_by', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return null;
  }
  await trx
    .insertInto('audit')
    .values({
      number,
      id,
      guild_id: entry.guildId,
      by: entry.by,
      at: entry.at,
      changes: JSON.stringify(entry.changes),
      undone_by: null,
      undoes: entry.undoes,
    })
    .execute();
  return { ...entry, id, undoneBy: null };
}

export async function readAudits(
  db: Kysely<Tables>,
  guildId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }> {
  const audits = db.selectFrom('audit').where('guild_id', '=', guildId);
  const { total } = await audits
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await audits.selectAll().orderBy('number', 'desc').limit(limit).offset(offset).execute();
  return {
    total: Number(total),
    entries: rows.map((row) => ({
      id: row.id,
      guildId: row.guild_id,
      by: row.by,
      at: row.at,
      changes: JSON.parse(row.changes),
      undoneBy: row.undone_by,
      undoes: row.undoes,
    })),
  };
}
