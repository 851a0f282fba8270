import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { root } from './root';

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
    plugins: [otherPackagesOutside],
    logLevel: 'warning',
  });
  return metafile.inputs;
}

const otherPackagesOutside: Plugin = {
  name: 'other-packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      const own =
        path.startsWith('@/') || packages.some((name) => path === name || path.startsWith(`${name}/`));
      const inside =
        own ||
        kind === 'entry-point' ||
        importer.includes('/node_modules/') ||
        importer.endsWith('/yardmaster.config.ts');
      return inside ? undefined : { path, external: true };
    });
  },
};
