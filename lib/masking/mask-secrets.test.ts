import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Json, maskSecrets, restoreSecrets } from './mask-secrets';
import { isSecretKey, MASKED } from './secret-keys';
import { secretSchemaOf } from './secret-schema';
import { maskText } from './secret-text';
import { withoutSecrets } from './without-secrets';

describe('by name', () => {
  it.each([
    'password',
    'db_password',
    'clientSecret',
    'API-Key',
    'apikey',
    'authToken',
    'access_token',
    'Authorization',
    'set-cookie',
    'private_key',
    'sshKey',
    'connectionString',
    'dsn',
    'pwd',
    'pin',
    'awsSecretAccessKey',
  ])('%s is secret', (key) => expect(isSecretKey(key)).toBe(true));

  it.each([
    'key',
    'name',
    'secretary',
    'tokenizer',
    'author',
    'path',
    'monkey',
    'session',
    'passage',
    'compass',
  ])('%s is not', (key) => expect(isSecretKey(key)).toBe(false));

  it('deep, in lists, and whole where a whole object stands under the name', () => {
    const value = { a: [{ b: { token: 'abc', kept: 1 } }], credentials: { user: 'u', rank: 2 } };
    expect(maskSecrets(value)).toEqual({ a: [{ b: { token: MASKED, kept: 1 } }], credentials: MASKED });
  });

  it('leaves counts, flags and nothing alone, but not a number that is a password', () => {
    const open = { tokens: 512, hasPassword: true, secret: null, cookie: '' };
    expect(maskSecrets(open)).toEqual(open);
    expect(maskSecrets({ pin: 1234 })).toEqual({ pin: MASKED });
  });
});

describe('by schema', () => {
  const schema = z.object({
    host: z.string(),
    note: z.string().meta({ secret: true }).optional(),
    list: z.array(z.object({ inner: z.number().meta({ secret: true }) })),
    either: z.union([z.string(), z.object({ hidden: z.string().meta({ secret: true }) })]).optional(),
    map: z.record(z.string(), z.string().meta({ secret: true })).optional(),
    whole: z.object({ a: z.string() }).meta({ secret: true }).optional(),
  });

  it('masks what is marked, wherever it stands', () => {
    const value = {
      host: 'h',
      note: 'n',
      list: [{ inner: 1 }, { inner: 2 }],
      either: { hidden: 'x' },
      map: { a: 'b' },
      whole: { a: 'c' },
    };
    expect(maskSecrets(value, secretSchemaOf(schema))).toEqual({
      host: 'h',
      note: MASKED,
      list: [{ inner: MASKED }, { inner: MASKED }],
      either: { hidden: MASKED },
      map: { a: MASKED },
      whole: MASKED,
    });
  });

  it('follows a schema that contains itself', () => {
    const node = z.object({
      hush: z.string().meta({ secret: true }),
      get next() {
        return z.optional(node);
      },
    });
    const value: Json = { hush: 'a', next: { hush: 'b', next: { hush: 'c' } } };
    expect(JSON.stringify(maskSecrets(value, secretSchemaOf(node)))).not.toMatch(/[abc]"/);
  });

  it('is nothing where nothing is marked', () => {
    expect(secretSchemaOf(z.object({ a: z.string() }))).toBeUndefined();
  });
});

describe('in a text', () => {
  it.each([
    ['postgres://app:hunter2@db:5432/x', `postgres://app:${MASKED}@db:5432/x`],
    ['clone https://ghost@git.example/x failed', `clone https://${MASKED}@git.example/x failed`],
    ['Authorization: Bearer abcdefghijkl', `Authorization: Bearer ${MASKED}`],
    ['Server=db;User Id=sa;Password=hunter2;', `Server=db;User Id=sa;Password=${MASKED};`],
    ['GET /a?api_key=hunter2&page=2', `GET /a?api_key=${MASKED}&page=2`],
    ['{"client_secret": "hunter2"}', `{"client_secret": "${MASKED}"}`],
    [`x ghp_${'a'.repeat(36)} y`, `x ${MASKED} y`],
    ['-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----', MASKED],
    ['Cookie: a=hunter2; b=hunter2', `Cookie: ${MASKED}`],
  ])('%s', (text, shown) => expect(maskText(text)).toBe(shown));

  it.each([
    'ssh://git@host/x',
    'mail me@example.org',
    'Basic idea',
    'token expired',
    'http://host:8080/a@b',
    'password: wrong',
  ])('%s stays as it is', (text) => expect(maskText(text)).toBe(text));

  it('a long text without secrets costs no more than reading it', () => {
    const text = 'a:/@="\' token '.repeat(20_000);
    expect(maskText(text).length).toBeGreaterThan(0);
  });
});

it('what was masked and sent back is what was stored; what was changed is changed', () => {
  const stored = { user: 'a', password: 'p', list: [{ token: 't' }] };
  const edited = { user: 'b', password: MASKED, list: [{ token: 'new' }], extra: MASKED };
  expect(restoreSecrets(edited, stored)).toEqual({
    user: 'b',
    password: 'p',
    list: [{ token: 'new' }],
    extra: MASKED,
  });
});

it('a form is filled with everything but the secrets, and says where they stood', () => {
  const masked: Json = {
    host: 'h',
    login: { user: 'u', password: MASKED },
    url: `https://${MASKED}@h`,
    ports: [1, 2],
    doors: [{ token: MASKED }, { name: 'b' }],
  };
  expect(withoutSecrets(masked)).toEqual({
    value: { host: 'h', login: { user: 'u' }, ports: [1, 2] },
    secrets: ['login.password', 'url', 'doors.0.token'],
  });
});
