import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDefinedAction } from './action';
import { isDefinedRoute } from './route';

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
);
const named = (name: string) => sources.filter((file) => path.basename(file) === name);
const exportsOf = async (file: string): Promise<[string, unknown][]> =>
  Object.entries(await import(path.resolve(file)));

describe('server actions', () => {
  it.each(named('actions.ts'))('%s exports nothing but actions that defineAction made', async (file) => {
    const exported = await exportsOf(file);
    expect(exported).not.toEqual([]);
    expect(exported.filter(([, value]) => !isDefinedAction(value))).toEqual([]);
    expect(readFileSync(file, 'utf8')).toMatch(/^'use server';/);
  });

  it('stand in files named actions.ts and nowhere else', () => {
    const elsewhere = sources
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && path.basename(file) !== 'actions.ts')
      .filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')));
    expect(elsewhere).toEqual([]);
  });

  it('an action that was made by hand is found', () => {
    expect(isDefinedAction(async () => undefined)).toBe(false);
  });
});

describe('routes', () => {
  // What Next reads beside the handlers.
  const settings = new Set(['dynamic', 'runtime', 'maxDuration', 'revalidate']);

  it.each(named('route.ts').filter((file) => file.startsWith('app')))(
    '%s exports nothing but handlers that defineRoute made',
    async (file) => {
      const handlers = (await exportsOf(file)).filter(([name]) => !settings.has(name));
      expect(handlers).not.toEqual([]);
      expect(handlers.filter(([name, value]) => name !== 'GET' || !isDefinedRoute(value))).toEqual([]);
    },
  );

  it('a handler that was made by hand is found', () => {
    expect(isDefinedRoute(async () => new Response())).toBe(false);
  });
});
