import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  sources: string[];
  mappings: string;
}

/**
 * Leaves in the maps of a folder of packages only where each of their files begins: a stack shows these files, and the
 * lines of all others. With all lines a process takes another 50 MB as soon as it reads its first stack.
 * @param inFull which packages keep their lines
 */
export function thinMaps(folder: string, inFull: readonly string[]): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.map')) continue;
    const file = path.join(folder, name);
    const map: SourceMap = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...map, mappings: thin(map, inFull) }));
  }
}

function thin({ sources, mappings }: SourceMap, inFull: readonly string[]): string {
  const thinned = sources.map((source) => {
    const within = source.split('/node_modules/')[1];
    return within !== undefined && !inFull.some((name) => within.startsWith(`${name}/`));
  });
  let current: number | undefined;
  const says = ([, source]: SourceMapSegment): boolean => {
    const goesOn = source === current;
    current = source;
    return source === undefined || !thinned[source] || !goesOn;
  };
  return encode(decode(mappings).map((line) => line.filter(says)));
}
