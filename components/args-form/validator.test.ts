import { expect, test } from 'vitest';
import { validator } from './validator';

const schema = {
  type: 'object',
  required: ['path'],
  properties: {
    path: { type: 'string' },
    inner: { type: 'object', properties: { size: { type: 'integer' } } },
  },
} as const;
const problems = (data: unknown) =>
  validator.validateFormData(data, schema as never).errors.map(({ property }) => property);

test('problems are told at the field they are about', () => {
  expect(problems({ path: 'here', inner: { size: 3 } })).toEqual([]);
  expect(problems({ path: 'here', inner: { size: 'three' } })).toEqual(['inner.size']);
});

test('what is missing is told at the field that is missing, an empty field is missing too', () => {
  expect(problems({})).toEqual(['path']);
  expect(problems({ path: undefined })).toEqual(['path']);
});

test('a part of a schema may refer to the definitions of the whole', () => {
  const root = { $defs: { size: { type: 'integer' } } } as never;
  expect(validator.isValid({ $ref: '#/$defs/size' }, 3, root)).toBe(true);
  expect(validator.isValid({ $ref: '#/$defs/size' }, 'three', root)).toBe(false);
});
