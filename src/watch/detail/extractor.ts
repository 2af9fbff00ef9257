/**
 * A process of its own (`extract.ts` starts it): a file on stdin, its text as JSON on stdout. A file that is made to hang or to
 * swell takes this process with it and nothing else.
 */
import { buffer } from 'node:stream/consumers';
import { docxText } from './docx.ts';
import { pdfText } from './pdf.ts';

const file = new Uint8Array(await buffer(process.stdin));
const isPdf = new TextDecoder('latin1').decode(file.subarray(0, 1024)).includes('%PDF-');
const text = isPdf ? await pdfText(file) : await docxText(file);
process.stdout.write(JSON.stringify({ text }));
