import { expect, it } from 'vitest';
import { describeSourceTypes } from './type-descriptions';

it('describes each type with the fields of its schema', () => {
  const types = describeSourceTypes();
  expect(types.map(({ key }) => key)).toEqual(['git', 'http', 'local']);
  const git = types.find(({ key }) => key === 'git');
  expect(git?.fields).toEqual([
    expect.objectContaining({ name: 'branch', kind: 'text', label: 'Branch', default: '' }),
    expect.objectContaining({ name: 'user', kind: 'text', label: 'User' }),
    expect.objectContaining({ name: 'secret', kind: 'secret', label: 'Password or token', default: null }),
  ]);
  const http = types.find(({ key }) => key === 'http');
  expect(http?.fields[0]).toMatchObject({ name: 'unpack', kind: 'switch', default: true });
});
