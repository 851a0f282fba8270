import { readFile } from 'node:fs/promises';
import { newId, type Tx } from '@/lib/plugins';
import type { FileChanges } from './file-changes';
import type { FetchedFile, FileIntake } from './file-intake';

const BATCH_FILES = 200;
const BATCH_BYTES = 8_000_000;
const BATCH_IDS = 1000;

/** Writes the changes of a source's files. A changed file keeps its id. */
export async function storeChanges(
  tx: Tx,
  sourceId: string,
  changes: FileChanges,
  intake: FileIntake,
  signal: AbortSignal,
): Promise<void> {
  const gone = [...changes.deleted, ...changes.updated.map(({ known }) => known)].map(({ id }) => id);
  for (let at = 0; at < gone.length; at += BATCH_IDS) {
    signal.throwIfAborted();
    await tx.dataFile.deleteMany({ where: { id: { in: gone.slice(at, at + BATCH_IDS) } } });
  }
  const arrived = [
    ...changes.added.map((file) => ({ id: newId(), file })),
    ...changes.updated.map(({ known, file }) => ({ id: known.id, file })),
  ];
  const updatedAt = new Date();
  for (const batch of batches(arrived)) {
    signal.throwIfAborted();
    const rows = batch.map(async ({ id, file }) => ({
      id,
      sourceId,
      updatedAt,
      path: file.path,
      size: file.size,
      sha256: file.sha256,
      content: new Uint8Array(await readFile(intake.locate(file))),
    }));
    await tx.dataFile.createMany({ data: await Promise.all(rows) });
  }
}

function* batches<Item extends { file: FetchedFile }>(items: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    if (batch.length === BATCH_FILES || (batch.length > 0 && bytes + item.file.size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += item.file.size;
  }
  if (batch.length > 0) yield batch;
}
