import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { root } from './root';
import { thinMaps } from './thin-maps';

/** What the worker's own code is made of. It is as good in a bundle, and loaded there in a fraction of the time. */
const packages = [
  '@prisma/adapter-pg',
  '@prisma/client',
  'bullmq',
  'croner',
  'ignore',
  'ioredis',
  'ipaddr.js',
  'isomorphic-git',
  'pg',
  'pino',
  'pino-pretty',
  'tar-stream',
  'undici',
  'zod',
];

// Bundled CommonJS packages ask for what only CommonJS has.
const commonJs = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;
`;

/**
 * Bundles programs for Node, with maps by which stacks show the lines of their sources. A package that only a plugin
 * uses stays outside: it may be native, or read files beside itself. A plugin that is a package is bundled.
 * @param programs the file of each, by what it shall be called in `outdir`, without an ending there
 * @returns what went into it, by the file's place in the project.
 */
export async function bundle(
  programs: Readonly<Record<string, string>>,
  outdir: string,
  folder = root,
): Promise<Metafile['inputs']> {
  const plugins: string[] = [];
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: programs,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    metafile: true,
    sourcemap: 'linked',
    sourcesContent: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: path.join(folder, 'tsconfig.json'),
    // A runner is found by the name of its class.
    keepNames: true,
    banner: { js: commonJs },
    plugins: [leaveOutOthers(plugins)],
    logLevel: 'warning',
  });
  thinMaps(outdir, plugins);
  return metafile.inputs;
}

/** Adds to `plugins` the packages that the project's configuration names. */
const leaveOutOthers = (plugins: string[]): Plugin => ({
  name: 'leave-out-others',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: wanted, importer, kind }) => {
      if (wanted.startsWith('@/') || kind === 'entry-point' || importer.includes('/node_modules/'))
        return undefined;
      if (packages.some((name) => wanted === name || wanted.startsWith(`${name}/`))) return undefined;
      if (!importer.endsWith('/yardmaster.config.ts')) return { path: wanted, external: true };
      plugins.push(wanted);
      return undefined;
    });
  },
});
