import { YardmasterError } from '@/lib/errors';
import { loadPlugins } from '@/lib/plugins/loader';
import type { ObjectType, PluginConfig } from '@/lib/plugins/plugin-config';
import { type ResolvedMeta, resolveMeta } from './meta';
import type { JobRunnerClass } from './runner';
import { declaredSystemJobs } from './system-job';

export const CORE_QUEUES = ['high', 'default', 'low'] as const;

export interface RegisteredRunner {
  /** `plugin_name.ClassName`; the bare class name for a runner that no plugin lists. */
  key: string;
  runner: JobRunnerClass;
  meta: ResolvedMeta;
  plugin: PluginConfig | undefined;
}

/** What this process knows: runners by key, queues, object types. */
export class Registry {
  readonly #byKey = new Map<string, RegisteredRunner>();
  readonly #keys = new Map<JobRunnerClass, string>();
  readonly #objectTypes = new Map<string, ObjectType>();
  readonly #queues = new Set<string>(CORE_QUEUES);
  readonly plugins: PluginConfig[] = [];

  addPlugin(plugin: PluginConfig): void {
    if (!/^[a-z][a-z0-9_]*$/.test(plugin.name)) {
      throw wrong(
        `A plugin's name consists of lower case letters, digits and underscores; got "${plugin.name}".`,
      );
    }
    if (this.plugins.some(({ name }) => name === plugin.name))
      throw wrong(`Two plugins are named "${plugin.name}".`);
    this.plugins.push(plugin);
    for (const queue of plugin.queues) this.#queues.add(`${plugin.name}.${queue}`);
    for (const type of plugin.objectTypes) this.#objectTypes.set(type.type, type);
    for (const runner of plugin.jobs) this.addRunner(runner, plugin);
  }

  /** Adds a runner under `plugin.ClassName`, or `ClassName` without a plugin. Adding the same class again changes nothing. */
  addRunner(runner: JobRunnerClass, plugin?: PluginConfig): RegisteredRunner {
    const known = this.#byKey.get(this.#keys.get(runner) ?? '');
    if (known) return known;
    const key = plugin ? `${plugin.name}.${runner.name}` : runner.name;
    if (!runner.name) throw wrong('A runner needs a class name: it is what its jobs are found by.');
    if (plugin && this.#byKey.has(key))
      throw wrong(`Two runners of the plugin "${plugin.name}" are named ${runner.name}.`);
    const entry = { key, runner, meta: resolveMeta(runner.name, runner.meta), plugin };
    this.#byKey.set(key, entry);
    this.#keys.set(runner, key);
    return entry;
  }

  keyOf(runner: JobRunnerClass): string {
    return this.addRunner(runner).key;
  }

  find(key: string): RegisteredRunner | undefined {
    return this.#byKey.get(key);
  }

  get runners(): readonly RegisteredRunner[] {
    return [...this.#byKey.values()];
  }

  get queues(): readonly string[] {
    return [...this.#queues];
  }

  get objectTypes(): readonly ObjectType[] {
    return [...this.#objectTypes.values()];
  }

  /** The version of each plugin, by its name. */
  get pluginVersions(): Record<string, string> {
    return Object.fromEntries(this.plugins.map(({ name, version }) => [name, version]));
  }

  findObjectType(type: string): ObjectType | undefined {
    return this.#objectTypes.get(type);
  }
}

const wrong = (message: string) => new YardmasterError('configuration', message);

let loading: Promise<Registry> | undefined;

/** The process's registry, filled from `yardmaster.config.ts` at first use. */
export function registry(): Promise<Registry> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Registry> {
  const made = new Registry();
  await addPlugins(made, await loadPlugins());
  return made;
}

/** Adds plugins and gets them ready, each in turn. What a plugin lists is its own, whoever else imports it. */
export async function addPlugins(made: Registry, plugins: readonly PluginConfig[]): Promise<void> {
  for (const plugin of plugins) made.addPlugin(plugin);
  for (const plugin of plugins) {
    const before = new Set(declaredSystemJobs.keys());
    await plugin.ready();
    // A system job that its plugin does not list still belongs to the plugin that declared it by getting ready.
    for (const runner of declaredSystemJobs.keys()) if (!before.has(runner)) made.addRunner(runner, plugin);
  }
  for (const runner of declaredSystemJobs.keys()) made.addRunner(runner);
}
