import { db } from '@/lib/plugins';

const MOST = 6;

/** The first few data sources, by name, whose name or address holds every one of these words. */
export async function findDataSources(words: readonly string[]) {
  const holds = (contains: string) => ({ contains, mode: 'insensitive' as const });
  return db().dataSource.findMany({
    where: { AND: words.map((word) => ({ OR: [{ name: holds(word) }, { url: holds(word) }] })) },
    select: { id: true, name: true, url: true, enabled: true },
    orderBy: { name: 'asc' },
    take: MOST,
  });
}
