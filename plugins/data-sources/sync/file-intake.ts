import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { YardmasterError } from '@/lib/plugins';
import { formatBytes } from '../format-bytes';
import { relativePath } from './file-path';
import type { IgnoreRules } from './ignore-rules';
import { LIMITS, type Limits } from './limits';

/** A file that a fetch brought in. */
export interface FetchedFile {
  /** Relative, with `/` between its parts. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of its content, in hex. */
  readonly sha256: string;
}

type Content = AsyncIterable<Uint8Array> | readonly Uint8Array[];

/** Takes in the files of a fetch: keeps them inside its folder and within the limits, and stops when aborted. */
export class FileIntake {
  readonly files: FetchedFile[] = [];
  private bytes = 0;

  constructor(
    private readonly folder: string,
    private readonly rules: IgnoreRules,
    private readonly signal: AbortSignal,
    private readonly limits: Limits = LIMITS,
  ) {}

  /** Whether the source's ignore rules leave this path out. A folder's path ends in `/`. */
  ignores(path: string): boolean {
    return this.rules(path);
  }

  /** Where the content of a file lies that was taken in. */
  locate(file: FetchedFile): string {
    return path.join(this.folder, file.path);
  }

  /** Refuses a file by its announced size, before it is fetched. @throws YardmasterError `limit_exceeded`. */
  assertFits(path: string, bytes: number): void {
    const { files, fileBytes, totalBytes } = this.limits;
    if (this.files.length >= files)
      throw exceeded(`There are more than ${files.toLocaleString('en')} files.`);
    if (bytes > fileBytes)
      throw exceeded(`${path} has more than ${formatBytes(fileBytes)}, the limit of one file.`);
    if (this.bytes + bytes > totalBytes)
      throw exceeded(`All files have more than ${formatBytes(totalBytes)} together.`);
  }

  /** Writes one file, unless it is ignored. @throws YardmasterError when its path or size is not allowed. */
  async write(name: string, content: Content): Promise<void> {
    const relative = relativePath(name);
    if (this.ignores(relative)) return;
    this.assertFits(relative, 0);
    const target = path.join(this.folder, relative);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      const written = await this.fill(target, relative, content);
      this.bytes += written.size;
      this.files.push(written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EEXIST' && code !== 'ENOTDIR' && code !== 'EISDIR') throw error;
      throw new YardmasterError(
        'invalid_input',
        `'${relative}' is there twice, or as a file and as a folder.`,
      );
    }
  }

  private async fill(target: string, name: string, content: Content): Promise<FetchedFile> {
    const file = await open(target, 'wx');
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of content) {
        this.signal.throwIfAborted();
        size += chunk.length;
        this.assertFits(name, size);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      return { path: name, size, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  }
}

function exceeded(what: string): YardmasterError {
  return new YardmasterError('limit_exceeded', `${what} Ignore rules can leave out what is not needed.`);
}
