import { opendir } from 'node:fs/promises';

/** Whether there is a folder that can be listed. */
export const isFolder = (path: string): Promise<boolean> =>
  opendir(path)
    .then((folder) => folder.close())
    .then(
      () => true,
      () => false,
    );
