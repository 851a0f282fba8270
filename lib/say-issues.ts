import type { z } from 'zod';

/** What a schema found wrong, as one sentence after another: `size: expected a number; name: Enter a name.` */
export const sayIssues = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => [path.join('.'), message.replace(/\.$/, '')].filter(Boolean).join(': '))
    .join('; ');
