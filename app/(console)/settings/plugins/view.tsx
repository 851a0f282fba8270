'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { pluginsOptions } from '@/lib/system/query-options';
import { PluginFacts } from './_components/plugin-facts';

export function PluginsView() {
  const query = useQuery(pluginsOptions());
  return (
    <>
      <PageHeader title="Plugins" />
      <Region query={query} what="the plugins" skeleton={<SkeletonRows rows={8} />}>
        {(plugins) =>
          plugins.length > 0 ? (
            plugins.map((plugin) => (
              <Section
                key={plugin.name}
                title={plugin.label}
                note={
                  <>
                    <code>{plugin.name}</code> {plugin.version}
                  </>
                }
              >
                <PluginFacts plugin={plugin} />
              </Section>
            ))
          ) : (
            <EmptyFace title="No plugin is loaded">
              Plugins are named in yardmaster.config.ts; docs/writing-a-plugin.md says how to write one.
            </EmptyFace>
          )
        }
      </Region>
    </>
  );
}
