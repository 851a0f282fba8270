import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { digestFile, schemaDigest } from './setup/schema-digest';
import { root } from './start/root';

// npm run generate: makes lib/db/generated from prisma/schema, unless it was made from the same already.
const digest = schemaDigest();
if (!existsSync(digestFile) || readFileSync(digestFile, 'utf8') !== digest) {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  execFileSync(process.execPath, [prisma, 'generate', '--no-hints', '--schema', 'prisma/schema'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      // Generating needs no schema engine, but would download one unless this names an existing program.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    },
  });
  writeFileSync(digestFile, digest);
  console.log('Generated the database client.');
}
