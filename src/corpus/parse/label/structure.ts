import { readArticleLabel } from './article.ts';
import { readNumberedHeading } from './heading.ts';
import { readItemMarker } from './marker.ts';

/** Whether a line has a place in the structure of a text, and so is no part of a title or a date. */
export const isStructure = (text: string): boolean =>
  readArticleLabel(text) !== null ||
  readNumberedHeading(text) !== null ||
  readItemMarker(text)?.style === 'han' ||
  /^目\s*[录錄次]$/.test(text);
