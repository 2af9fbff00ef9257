import type { APIAttachment } from 'discord-api-types/v10';
import type { Upload } from './types.ts';
import type { World } from './world.ts';

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

/** All files together; the oldest fall away, so that a long run stays in steady memory. */
const KEPT_BYTES = 48 * 1024 * 1024;

/** Discord goes by the name, whatever the sender says. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  yaml: 'text/plain; charset=utf-8',
  yml: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** What the bot and people attached, where Discord has its content delivery network. */
export class FileStore {
  readonly #world: World;
  readonly #files = new Map<string, StoredFile>();
  readonly #pathOf = new Map<string, string>();
  #bytes = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** The file at this path of `/attachments/`. */
  at(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  withId(id: string): StoredFile | undefined {
    return this.#files.get(this.#pathOf.get(id) ?? '');
  }

  keep(folder: string, name: string, upload: Upload, more: Partial<APIAttachment> = {}): APIAttachment {
    const id = this.#world.nextId();
    // Discord's names keep letters, digits, dots, hyphens and underscores.
    const filename = name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_') || 'file';
    const path = `${folder}/${id}/${filename}`;
    const url = `${this.#world.origin}/attachments/${encodeURI(path)}`;
    const extension = filename.split('.').at(-1)?.toLowerCase() ?? '';
    const attachment: APIAttachment = {
      id,
      filename,
      size: upload.bytes.length,
      url,
      proxy_url: url,
      content_type: TYPES[extension] ?? upload.type,
      ...(extension === 'png' && sizeOfPng(upload.bytes)),
      ...more,
    };
    this.#files.set(path, { attachment, bytes: upload.bytes });
    this.#pathOf.set(id, path);
    this.#bytes += upload.bytes.length;
    for (const { attachment: oldest } of this.#files.values()) {
      if (this.#bytes <= KEPT_BYTES || oldest.id === id) break;
      this.drop(oldest.id);
    }
    return attachment;
  }

  drop(id: string): void {
    const path = this.#pathOf.get(id) ?? '';
    this.#bytes -= this.#files.get(path)?.bytes.length ?? 0;
    this.#files.delete(path);
    this.#pathOf.delete(id);
  }
}

/** Width and height stand at the head of a PNG, behind its signature and the name of the first chunk. */
const sizeOfPng = (bytes: Uint8Array): Pick<APIAttachment, 'width' | 'height'> => {
  if (bytes.length < 24) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};
