import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The first program of this name on PATH, or null. */
export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
}

/** Whether a path names something this process may run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
