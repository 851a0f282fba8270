import type { PluginConfig } from './plugin-config';

/** Makes one of each plugin that `yardmaster.config.ts` lists. */
export async function loadPlugins(): Promise<PluginConfig[]> {
  // Imported when needed, not at the top: plugins import the framework, which imports this file.
  const { default: project } = await import('@/yardmaster.config');
  return project.plugins.map((Plugin) => new Plugin());
}
