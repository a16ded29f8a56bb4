import { stat } from 'node:fs/promises';

/**
 * Another text whenever a file has another content.
 *
 * @remarks
 * Its time alone does not tell: a file system counts in milliseconds, and a file that is read while it is being written
 * may not be younger than the same file when it is complete. Its size and inode tell then.
 *
 * @throws what `stat` throws
 */
export async function fileVersion(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file);
  return [mtimeMs, size, ino].join('/');
}
