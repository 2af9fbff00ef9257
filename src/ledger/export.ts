import type { Measure } from '../store/port.ts';
import { toCsv } from './csv.ts';
import { isFollowUp } from './followUp.ts';
import { placeName, placeOf } from './place.ts';

/** A measure as it leaves us, for other programs: names stay as they are. */
export interface ExportedMeasure {
  readonly id: string;
  readonly title: string;
  readonly kind: Measure['kind'];
  readonly issuer: string | null;
  readonly place: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly effectiveOn: string | null;
  readonly consultationUntil: string | null;
  readonly followUp: boolean;
  readonly url: string;
  readonly firstSeenAt: string;
  readonly confidence: number;
  readonly articles: readonly {
    readonly number: number;
    readonly link: string;
    readonly score: number;
    readonly why: string;
  }[];
}

/** `effective`: the day the ordinance took effect. */
export function exportMeasure(measure: Omit<Measure, 'text' | 'keys'>, effective: string): ExportedMeasure {
  return {
    id: measure.id,
    title: measure.title,
    kind: measure.kind,
    issuer: measure.issuer,
    place: placeName(placeOf(measure)),
    docNumber: measure.docNumber,
    date: measure.date,
    effectiveOn: measure.effectiveOn ?? null,
    consultationUntil: measure.consultationUntil ?? null,
    followUp: isFollowUp(measure, effective),
    url: measure.url,
    firstSeenAt: measure.firstSeenAt,
    confidence: measure.confidence,
    articles: measure.links.map(({ number, link, score, why }) => ({ number, link, score, why })),
  };
}

const COLUMNS = [
  'id',
  'title',
  'kind',
  'issuer',
  'place',
  'docNumber',
  'date',
  'effectiveOn',
  'consultationUntil',
  'followUp',
  'articles',
  'evidence',
  'url',
  'firstSeenAt',
] as const;

/** One line a measure; its articles as `23;34`, the evidence as `23: …; 34: …`. */
export function measuresAsCsv(measures: readonly ExportedMeasure[]): string {
  const rows = measures.map((measure) => [
    measure.id,
    measure.title,
    measure.kind,
    measure.issuer,
    measure.place,
    measure.docNumber,
    measure.date,
    measure.effectiveOn,
    measure.consultationUntil,
    String(measure.followUp),
    measure.articles.map(({ number }) => number).join(';'),
    measure.articles.map(({ number, why }) => `${number}: ${why}`).join('; '),
    measure.url,
    measure.firstSeenAt,
  ]);
  return toCsv(COLUMNS, rows);
}

/** What is exported is derived, and says so. */
export const measuresAsJson = (measures: readonly ExportedMeasure[], at: string): string =>
  `${JSON.stringify({ exportedAt: at, derived: true, measures }, null, 2)}\n`;
