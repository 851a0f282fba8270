import type { PluginConfig } from './plugin-config';

export interface ProjectConfig {
  /** The plugins of this installation, in the order in which they get ready. */
  plugins: readonly (new () => PluginConfig)[];
}

/** Types `yardmaster.config.ts`. */
export const defineConfig = (project: ProjectConfig): ProjectConfig => project;
