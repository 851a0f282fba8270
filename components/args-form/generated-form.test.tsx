import { MantineProvider } from '@mantine/core';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeArgs } from '@/lib/runners/args-schema';
import GeneratedForm from './generated-form';

const args = describeArgs(
  z.object({
    path: z.string().describe('Where it begins'),
    limit: z.number().int().min(1).default(7),
    full: z.boolean().default(true),
    mode: z.enum(['fast', 'careful']),
    names: z.array(z.string()),
    rest: z.any(),
  }),
);

const show = (errors: Record<string, string> = {}) =>
  renderToString(
    <MantineProvider>
      <GeneratedForm
        args={args}
        value={{ names: ['one'], rest: { deep: [1] } }}
        onChange={() => undefined}
        errors={errors}
      />
    </MantineProvider>,
  );

test('every kind of field has its label and control, defaults and help', () => {
  const html = show();
  for (const label of ['Path', 'Limit', 'Full', 'Mode', 'Names', 'Rest']) expect(html).toContain(label);
  expect(html).toContain('Where it begins');
  expect(html).toContain('value="7"');
  expect(html).toContain('role="switch"');
  expect(html).toContain('careful');
  expect(html).toContain('value="one"');
  expect(html).toContain('Written as JSON.');
  expect(html).not.toContain('<form');
});

test('what the server refuses is told at its field, the rest is not its business', () => {
  const html = show({ 'args.path': 'There is no such place', name: 'Too long' });
  expect(html).toContain('There is no such place');
  expect(html).not.toContain('Too long');
});
