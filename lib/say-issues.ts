import type { z } from 'zod';

/** What a schema found wrong, as one sentence after another: `size: expected a number; name: Enter a name`. */
export const sayIssues = ({ issues }: z.ZodError): string =>
  issues
    .map((issue) => [issue.path.join('.'), sayIssue(issue).replace(/\.$/, '')].filter(Boolean).join(': '))
    .join('; ');

/** One of them without its place, as it stands at its field. What is not there is not of a wrong type: it is missing. */
export const sayIssue = ({ message }: z.core.$ZodIssue): string =>
  /^Invalid input: .* received undefined$/.test(message) ? 'Required' : message;
