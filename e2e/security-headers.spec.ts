import { expect, test } from './fixtures/test';

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};

/** The directives of a policy by name. */
const directives = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

for (const [what, address, status] of [
  ['a page', '/jobs', 200],
  ['a page for those signed out', '/login', 200],
  ['an answer to a read', '/api/jobs', 200],
  ['a page that is not there', '/nowhere', 404],
  ['a read that is not there', '/api/nowhere', 404],
] as const) {
  test(`${what} comes with headers that keep strangers out`, async ({ viewer: { request } }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    const headers = response.headers();
    expect(headers).toMatchObject(always);
    expect(headers).not.toHaveProperty('x-powered-by');
    const policy = directives(headers['content-security-policy'] ?? '');
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(policy['script-src']).toMatch(/^'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'$/);
  });
}

test('each page has a nonce of its own, and every script of the page bears it', async ({
  viewer: { request },
}) => {
  const nonces = new Set<string>();
  for (const address of ['/jobs', '/jobs', '/nowhere']) {
    const response = await request.get(address);
    const nonce = /'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1] ?? '';
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('who is signed out is told nothing by a read', async ({ request }) => {
  const response = await request.get('/api/jobs');
  expect(response.status()).toBe(401);
  expect(response.headers()).toMatchObject({ ...always, 'cache-control': 'no-store' });
});
