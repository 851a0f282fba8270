import { registry } from '@/lib/jobs/registry';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { poolSql } from '@/lib/jobs/store/sql';
import { declaredSystemJobs } from '@/lib/jobs/system-job';
import { LIVE } from './queries';

export interface PluginSummary {
  name: string;
  label: string;
  /** As the web process has it. */
  version: string;
  queues: string[];
  runners: { key: string; name: string }[];
  objectTypes: { type: string; label: string }[];
  systemJobs: { key: string; name: string; intervalMinutes: number }[];
  /** The versions that live workers have, the most common first; `version` null: they don't have the plugin. */
  workers: { version: string | null; names: string[] }[];
}

/** Every plugin that this process has loaded, and in which version live workers have it. */
export async function listPlugins(): Promise<PluginSummary[]> {
  const known = await registry();
  const workers = await poolSql<{ name: string; plugins: Record<string, string> }>(
    `SELECT host || ':' || pid AS name, plugins FROM worker_process WHERE ${LIVE} ORDER BY 1`,
    [SILENT_AFTER_MS],
  );
  return known.plugins.map((plugin) => {
    const own = known.runners.filter((entry) => entry.plugin === plugin);
    return {
      name: plugin.name,
      label: plugin.verboseName || plugin.name,
      version: plugin.version,
      queues: plugin.queues.map((queue) => `${plugin.name}.${queue}`),
      runners: own.map(({ key, meta }) => ({ key, name: meta.name })),
      objectTypes: plugin.objectTypes.map(({ type, label }) => ({ type, label })),
      systemJobs: own.flatMap(({ key, meta, runner }) => {
        const declared = declaredSystemJobs.get(runner);
        return declared ? [{ key, name: meta.name, intervalMinutes: declared.interval }] : [];
      }),
      workers: byVersion(
        workers.map(({ name, plugins }) => ({ name, version: plugins[plugin.name] ?? null })),
      ),
    };
  });
}

function byVersion(workers: readonly { name: string; version: string | null }[]): PluginSummary['workers'] {
  const versions = new Map<string | null, string[]>();
  for (const { name, version } of workers) versions.set(version, [...(versions.get(version) ?? []), name]);
  return [...versions]
    .map(([version, names]) => ({ version, names }))
    .sort((one, other) => other.names.length - one.names.length);
}
