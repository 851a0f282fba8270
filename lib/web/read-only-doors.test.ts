import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offered, permissionsOf } from '@/lib/auth/permissions';
import { setEnvironment } from '@/lib/config';
import { YardmasterError } from '@/lib/errors';
import { commandOf } from './action';

beforeAll(() => setEnvironment({ READ_ONLY: 'true' }));
afterAll(() => setEnvironment({ READ_ONLY: '' }));

const files = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const actionFiles = files.filter((file) => path.basename(file) === 'actions.ts');
const components = files.filter((file) => !actionFiles.includes(file));

/** What a page offers there is decided by these permissions. */
const actor = {
  userId: 'somebody',
  name: 'Somebody',
  permissions: new Set(offered(permissionsOf('administrator'), true)),
};

/** The actions whose permission stays offered: nothing but READ_ONLY itself refuses them. */
async function refusedByReadOnlyAlone(): Promise<string[]> {
  const exported = (await Promise.all(actionFiles.map((file) => import(path.resolve(file))))).flatMap(
    (module) => Object.entries(module as Record<string, object>),
  );
  const names: string[] = [];
  for (const [name, action] of exported) {
    const error = await commandOf(action)?.(actor, undefined).catch((thrown: unknown) => thrown);
    if (error instanceof YardmasterError && error.message.includes('read-only')) names.push(name);
  }
  return names;
}

const importersOf = (file: string): string[] => {
  const imported = new RegExp(`['"/]${path.basename(file).replace(/\.tsx?$/, '')}['"]`);
  return components.filter((each) => imported.test(sources.get(each) ?? ''));
};
/** It asks itself, or what shows it does: a form is fetched by its dialog, which a page shows. */
const isAware = (file: string, levels = 2): boolean =>
  /\breadOnly\b/.test(sources.get(file) ?? '') ||
  (levels > 0 && importersOf(file).some((by) => isAware(by, levels - 1)));

it('whatever still offers an action under READ_ONLY asks for it, or is shown by what asks', async () => {
  const names = await refusedByReadOnlyAlone();
  expect(names).toEqual(
    expect.arrayContaining(['saveViewAction', 'renameAccountAction', 'inviteUserAction']),
  );
  const offering = components.filter((file) =>
    names.some((name) => new RegExp(`\\b${name}\\b`).test(sources.get(file) ?? '')),
  );
  expect(offering.length).toBeGreaterThan(10);
  const unaware = offering.filter((file) => !isAware(file));
  expect(unaware).toEqual([]);
});
