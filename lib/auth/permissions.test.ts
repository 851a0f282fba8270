import { describe, expect, it } from 'vitest';
import { YardmasterError } from '@/lib/errors';
import { requirePermission } from './actor';
import { permissionsOf } from './permissions';

describe('permissions', () => {
  it('each role holds what the lesser roles hold, and more', () => {
    const [viewer, operator, administrator] = (['viewer', 'operator', 'administrator'] as const).map(
      permissionsOf,
    );
    expect([...(viewer ?? [])]).toEqual(['jobs.view']);
    expect(operator).toEqual(new Set([...(viewer ?? []), ...(operator ?? [])]));
    expect(administrator).toEqual(new Set([...(operator ?? []), ...(administrator ?? [])]));
    expect(operator?.size).toBeLessThan(administrator?.size ?? 0);
  });

  it.each([
    ['viewer', 'data_sources.sync', false],
    ['viewer', 'payloads.view', false],
    ['operator', 'data_sources.sync', true],
    ['operator', 'jobs.delete', false],
    ['operator', 'users.write', false],
    ['administrator', 'users.write', true],
  ] as const)('%s, %s: %s', (role, permission, allowed) => {
    expect(permissionsOf(role).has(permission)).toBe(allowed);
  });

  it('a refusal names the permission and the person', () => {
    const actor = { userId: 'u', name: 'A viewer', permissions: permissionsOf('viewer') };
    expect(() => requirePermission(actor, 'queues.write')).toThrow(YardmasterError);
    expect(() => requirePermission(actor, 'queues.write')).toThrow(/queues\.write.*A viewer/);
    expect(() => requirePermission(actor, 'jobs.view')).not.toThrow();
  });
});
