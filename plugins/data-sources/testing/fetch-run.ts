import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { SourceType } from '../source-type';
import { FileIntake } from '../sync/file-intake';
import { ignoreRules } from '../sync/ignore-rules';
import { LIMITS, type Limits } from '../sync/limits';

export interface FetchRun {
  /** The content of each file that was taken in, by path. */
  files: Record<string, string>;
  revision: string | undefined;
  log: string[];
}

/** Fetches as a sync does, into a temporary folder, and tells what came in. */
export async function runFetch(
  type: SourceType,
  source: {
    url: string;
    parameters?: Record<string, unknown>;
    secrets?: Record<string, string>;
    ignore?: string;
    signal?: AbortSignal;
    limits?: Partial<Limits>;
    onProgress?(done: number, total: number, text?: string): void;
  },
): Promise<FetchRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fetch-'));
  const scratch = path.join(folder, 'scratch');
  await mkdir(scratch);
  const log: string[] = [];
  const write = (message: string, ...values: unknown[]) => void log.push(format(message, ...values));
  const signal = source.signal ?? new AbortController().signal;
  const limits = { ...LIMITS, ...source.limits };
  const into = new FileIntake(path.join(folder, 'files'), ignoreRules(source.ignore ?? ''), signal, limits);
  try {
    const { revision } = await type.fetch({
      url: source.url,
      parameters: type.parameters.parse(source.parameters ?? {}),
      secrets: source.secrets ?? {},
      into,
      scratch,
      signal,
      log: { debug: write, info: write, warning: write },
      progress: async (done, total, text) => source.onProgress?.(done, total, text),
    });
    const files: Record<string, string> = {};
    for (const file of into.files) files[file.path] = await readFile(into.locate(file), 'utf8');
    return { files, revision, log };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
