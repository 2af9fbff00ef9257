import type { IncomingMessage } from 'node:http';
import type { Upload } from '../world/types.ts';
import { refuse } from './refusal.ts';

/** Of one file, where the server has no boosts; and how many go with one message. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 10;
/** 25 MiB of files and the rest of the request. */
const MAX_BYTES = 26 * 1024 * 1024;

export interface RequestBody {
  /** `undefined` where the request has none. */
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES) throw refuse(40005);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(50109);
  }
};

/** Reads JSON, or multipart with `payload_json` and `files[n]` (docs: reference#uploading-files). */
export const readBody = async (request: IncomingMessage): Promise<RequestBody> => {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { json: parseJson(bytes.toString('utf8')), uploads: [] };
  if (!type.startsWith('multipart/form-data')) throw refuse(50109);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refuse(50109);
  });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES) throw refuse(40005);
    const content = new Uint8Array(await value.arrayBuffer());
    uploads.push({ field, name: value.name, type: value.type || 'application/octet-stream', bytes: content });
  }
  if (uploads.length > MAX_FILES) throw refuse(30015);
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, uploads };
};
