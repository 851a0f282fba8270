import type { JobRunnerClass } from '@/lib/jobs/runner';

/** A kind of record that jobs can be about. */
export interface ObjectType {
  /** `plugin_name.model`, such as `data_sources.data_source`. */
  type: string;
  /** The word an operator reads, such as `Data source`. */
  label: string;
  /** The record with this id, or null when there is none (any more). Its `name` is shown where it has one. */
  find(id: string): Promise<object | null>;
  /** The page of the record with this id in the console. */
  url?(id: string): string;
}

/**
 * What a plugin is: subclass it, set the fields, export it as the default of the plugin's folder and name the
 * folder in `yardmaster.config.ts`.
 */
export abstract class PluginConfig {
  /** Lower case letters, digits and underscores; unique; the first part of the plugin's queues and object types. */
  abstract name: string;
  /** The name an operator reads. Default: `name`. */
  verboseName = '';
  version = '0.0.0';
  /** Queues of the plugin's own; `foo` becomes `plugin_name.foo`. */
  queues: string[] = [];
  /** The runners that the plugin provides; each becomes `plugin_name.ClassName` in the registry. */
  jobs: JobRunnerClass[] = [];
  objectTypes: ObjectType[] = [];

  /** Called once in each process, before anything runs. Import the modules of system jobs here. */
  async ready(): Promise<void> {}
}
