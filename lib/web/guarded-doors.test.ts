import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Permission, permissionsOf } from '@/lib/auth/permissions';
import { setEnvironment } from '@/lib/config';
import { commandOf, isDefinedAction } from './action';
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

/** What people do who are not signed in, or who leave. */
const PUBLIC = [
  'acceptInvitationAction',
  'logInAction',
  'logOutAction',
  'resetPasswordAction',
  'setUpAction',
];

describe('the commands behind them', () => {
  const nobody = { userId: 'nobody', name: 'Nobody', permissions: new Set<Permission>() };
  const everything = { ...nobody, name: 'Everything', permissions: permissionsOf('administrator') };
  afterAll(() => setEnvironment({ READ_ONLY: '' }));

  it('are there, but for the few that need no session', async () => {
    const all = (await Promise.all(named('actions.ts').map(exportsOf))).flat();
    const open = all.filter(([, action]) => !commandOf(action as object)).map(([name]) => name);
    expect(open.sort()).toEqual(PUBLIC);
  });

  // Nothing here reaches a database: a command that did not ask first would fail in another way.
  it.each(named('actions.ts'))('%s asks for a permission before anything else', async (file) => {
    for (const [name, action] of await exportsOf(file)) {
      const refused = commandOf(action as object)?.(nobody, undefined);
      if (refused) await expect(refused, name).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it.each(named('actions.ts'))('%s changes nothing under READ_ONLY', async (file) => {
    setEnvironment({ READ_ONLY: 'true' });
    for (const [name, action] of await exportsOf(file)) {
      const refused = commandOf(action as object)?.(everything, undefined);
      if (refused) await expect(refused, name).rejects.toThrow('This console is read-only');
    }
  });
});

describe('pages of the console', () => {
  const pages = named('page.tsx').filter((file) => file.startsWith(path.join('app', '(console)')));
  const asks = /await requirePage\('([a-z_.]+)'\)/;

  /** The page, or the read beside it that its title and the page share. */
  const firstReadOf = (file: string): string => {
    const source = readFileSync(file, 'utf8');
    const shared = /await (read[A-Z]\w*)\(/.exec(source);
    if (asks.test(source) || !shared) return source;
    const from = new RegExp(`import \\{[^}]*\\b${shared[1]}\\b[^}]*\\} from '\\./([\\w-]+)'`).exec(source);
    return from ? readFileSync(path.join(path.dirname(file), `${from[1]}.ts`), 'utf8') : '';
  };

  it('are found', () => expect(pages.length).toBeGreaterThan(20));

  it.each(pages)('%s asks for a permission before it reads anything', (file) => {
    const source = firstReadOf(file);
    const asked = asks.exec(source);
    expect([...permissionsOf('administrator')]).toContain(asked?.[1]);
    expect(source.indexOf('await ')).toBe(asked?.index);
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
