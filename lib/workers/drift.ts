/** What a live worker was built from. */
export interface WorkerBuild {
  /** `host:pid`. */
  name: string;
  version: string;
  /** Keys of the runners it knows. */
  runners: readonly string[];
}

export interface Drift {
  /** Versions that run side by side, the most common first; one or none where there is no drift. */
  versions: { version: string; workers: string[] }[];
  /** Runners that some of the workers don't know, with those that do. */
  runners: { key: string; known: string[]; unknown: string[] }[];
}

/** Where live workers differ: a deploy that is under way, or one that went half through. */
export function driftOf(workers: readonly WorkerBuild[]): Drift {
  const versions = new Map<string, WorkerBuild[]>();
  for (const worker of workers)
    versions.set(worker.version, [...(versions.get(worker.version) ?? []), worker]);
  const keys = [...new Set(workers.flatMap(({ runners }) => runners))].sort();
  return {
    versions: [...versions]
      .map(([version, of]) => ({ version, workers: of.map(({ name }) => name) }))
      .sort((a, b) => b.workers.length - a.workers.length || a.version.localeCompare(b.version)),
    runners: keys
      .map((key) => ({
        key,
        known: workers.filter(({ runners }) => runners.includes(key)).map(({ name }) => name),
        unknown: workers.filter(({ runners }) => !runners.includes(key)).map(({ name }) => name),
      }))
      .filter(({ unknown }) => unknown.length > 0),
  };
}
