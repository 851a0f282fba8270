import { nameWordsOf, permitted, searchPalette } from '@/lib/palette/queries';
import { paletteQuery } from '@/lib/palette/schema';
import { defineRoute } from '@/lib/web/route';
import { findDataSources } from '@/plugins/data-sources/find-data-sources';

export const GET = defineRoute({
  permission: 'jobs.view',
  query: paletteQuery,
  async run({ actor, query: { q } }) {
    const [things, sources] = await Promise.all([searchPalette(actor, q), findDataSources(nameWordsOf(q))]);
    return [
      ...things,
      ...sources.map(({ id, name, url, enabled }) => ({
        kind: 'data source',
        id,
        label: name,
        detail: url,
        href: `/data-sources/${id}`,
        verbs: permitted(actor, enabled ? ['data_source.sync'] : []),
      })),
    ];
  },
});
