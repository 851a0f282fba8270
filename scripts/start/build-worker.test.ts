import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildWorker } from './build-worker';

let project: string;

beforeEach(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'yardmaster-worker-')));
  write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  write('lib/jobs/execute/isolated-child.ts', 'console.log("isolated");');
  write('yardmaster.config.ts', "export { default } from '@/plugins/yard';");
  write('plugins/yard/index.ts', "export default 'first';");
  write('worker/index.ts', "import plugin from '@/yardmaster.config';\nconsole.log(plugin);");
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const place = path.join(project, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

const run = (program: string): string =>
  execFileSync(process.execPath, ['--enable-source-maps', program], { encoding: 'utf8' }).trim();

it('runs a plugin as it is written now, and builds nothing twice', async () => {
  const first = await buildWorker(project);
  expect(run(first)).toBe('first');
  expect(await buildWorker(project)).toBe(first);

  write('plugins/yard/index.ts', "export default 'second';");
  const second = await buildWorker(project);
  expect(run(second)).toBe('second');
  // One that was started before goes on with what it has.
  expect(run(first)).toBe('first');
});

it('is built by several at once, and there is one', async () => {
  const programs = await Promise.all(Array.from({ length: 5 }, () => buildWorker(project)));
  expect(new Set(programs).size).toBe(1);
  expect(readdirSync(path.join(project, 'dist/worker'))).toHaveLength(1);
  expect(run(programs[0] as string)).toBe('first');
});

it('has the program of isolated jobs beside it', async () => {
  const folder = path.dirname(await buildWorker(project));
  expect(run(path.join(folder, 'isolated-child.mjs'))).toBe('isolated');
});

it('shows in a stack the lines of the sources', async () => {
  write(
    'plugins/yard/index.ts',
    `interface Derailed {\n  at: string;\n}\n\nexport default new Error('derailed').stack as string | Derailed;`,
  );
  expect(run(await buildWorker(project))).toContain(`${project}/plugins/yard/index.ts:5:`);
});

it('shows there the file of a package it is made of, and the lines of a plugin that is one', async () => {
  const stack = 'export default new Error().stack;';
  for (const name of ['pg', 'packed-plugin']) {
    write(`node_modules/${name}/package.json`, '{ "type": "module", "main": "index.js" }');
  }
  write('node_modules/pg/index.js', `\n\n${stack}`);
  write(
    'node_modules/packed-plugin/index.js',
    `import pg from 'pg';\n\n${stack.replace('.stack', '.stack + pg')}`,
  );
  write('yardmaster.config.ts', "export { default } from 'packed-plugin';");
  const said = run(await buildWorker(project));
  expect(said).toContain(`${project}/node_modules/packed-plugin/index.js:3:`);
  expect(said).toContain(`${project}/node_modules/pg/index.js:`);
});

it("leaves a plugin's own packages where they are, for they may read files beside themselves", async () => {
  write('node_modules/reader/package.json', '{ "type": "module", "main": "index.js" }');
  write('node_modules/reader/index.js', 'export default import.meta.url;');
  write('plugins/yard/index.ts', "export { default } from 'reader';");
  expect(run(await buildWorker(project))).toContain('/node_modules/reader/index.js');
});

it('takes in a plugin that is a package', async () => {
  write('yardmaster.config.ts', "export { default } from 'packed-plugin';");
  write('node_modules/packed-plugin/package.json', '{ "main": "index.ts" }');
  write('node_modules/packed-plugin/index.ts', "export default 'packed' as string;");
  expect(run(await buildWorker(project))).toBe('packed');
});

it('runs a plugin that is a linked package as it is written now', async () => {
  const linked = mkdtempSync(path.join(tmpdir(), 'yardmaster-linked-'));
  const inIt = (file: string) => path.relative(project, path.join(linked, file));
  write('yardmaster.config.ts', "export { default } from 'linked-plugin';");
  write(inIt('package.json'), '{ "main": "index.ts" }');
  write(inIt('index.ts'), "export default 'first';");
  mkdirSync(path.join(project, 'node_modules'));
  symlinkSync(linked, path.join(project, 'node_modules/linked-plugin'));
  try {
    expect(run(await buildWorker(project))).toBe('first');
    write(inIt('index.ts'), "export default 'second';");
    expect(run(await buildWorker(project))).toBe('second');
  } finally {
    rmSync(linked, { recursive: true });
  }
});

it('keeps the ten builds that were used last', async () => {
  const builds = path.join(project, 'dist/worker');
  const first = await buildWorker(project);
  const unfinished = path.join(builds, 'unfinished-long-ago');
  mkdirSync(unfinished);
  utimesSync(unfinished, new Date(0), new Date(0));
  for (let day = 1; day <= 10; day++) {
    const at = new Date(Date.now() - day * 86_400_000);
    mkdirSync(path.join(builds, `${day}-days-ago`));
    utimesSync(path.join(builds, `${day}-days-ago`), at, at);
    // It was built before all of these, and is used again.
    utimesSync(path.dirname(first), at, at);
  }
  await buildWorker(project);
  write('plugins/yard/index.ts', "export default 'second';");
  const second = await buildWorker(project);

  const kept = readdirSync(builds);
  expect(kept).toHaveLength(10);
  expect(kept).not.toContain('unfinished-long-ago');
  expect(kept).toEqual(
    expect.arrayContaining([first, second].map((file) => path.basename(path.dirname(file)))),
  );
  expect(kept).not.toContain('9-days-ago');
});
