import { expect, test } from 'vitest';
import { z } from 'zod';
import { sayIssues } from './say-issues';

const wrong = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error ? sayIssues(error) : '';
};

test('what is wrong is told in sentences, each with its place', () => {
  const site = z.object({ name: z.string().min(1, 'Enter a name.'), size: z.number('expected a number') });
  expect(wrong(z.object({ site }), { site: { name: '', size: 'many' } })).toBe(
    'site.name: Enter a name; site.size: expected a number',
  );
  expect(wrong(z.object({ size: z.number() }), {})).toBe('size: Required');
  expect(wrong(z.string('expected a text'), 1)).toBe('expected a text');
});
