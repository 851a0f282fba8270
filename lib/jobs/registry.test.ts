import { expect, test } from 'vitest';
import { JobRunner, systemJob } from '@/lib/jobs';
import { PluginConfig } from '@/lib/plugins/plugin-config';
import { addPlugins, Registry } from './registry';

class Sweeps extends JobRunner {
  async run() {}
}
class Listed extends Sweeps {}
class DeclaredLater extends Sweeps {}
class Unlisted extends Sweeps {}

class First extends PluginConfig {
  override name = 'first';
}
class Second extends PluginConfig {
  override name = 'second';
  override jobs = [Listed];

  override async ready(): Promise<void> {
    await super.ready();
    systemJob({ interval: 60 })(DeclaredLater);
  }
}

test('a system job belongs to the plugin that lists it, or that declared it by getting ready', async () => {
  // As importing the plugins declares them, before any of them is ready.
  systemJob({ interval: 60 })(Listed);
  systemJob({ interval: 60 })(Unlisted);
  const made = new Registry();
  await addPlugins(made, [new First(), new Second()]);
  expect(made.keyOf(Listed)).toBe('second.Listed');
  expect(made.keyOf(DeclaredLater)).toBe('second.DeclaredLater');
  expect(made.keyOf(Unlisted)).toBe('Unlisted');
  expect(made.find('second.Listed')?.plugin?.name).toBe('second');
});
