import { type Schema, Validator } from '@cfworker/json-schema';
import type { RJSFSchema, RJSFValidationError, ValidationData, ValidatorType } from '@rjsf/utils';
import { toErrorSchema } from '@rjsf/utils';

// Keywords that only say that something below them is wrong.
const FRAMES = new Set(['properties', 'items', 'anyOf', 'oneOf', 'allOf', '$ref', 'additionalProperties']);

/** Checks by interpreting the schema: the content security policy forbids compiling it, as most validators do. */
export const validator: ValidatorType = {
  isValid: (schema, data, root) =>
    new Validator({ ...definitionsOf(root), ...(schema as Schema) }, '2020-12').validate(clean(data)).valid,
  rawValidation: (schema, data) => ({ errors: problemsOf(schema, data) as never[] }),
  validateFormData(data, schema): ValidationData<unknown> {
    const errors = problemsOf(schema, data);
    return { errors, errorSchema: toErrorSchema(errors) };
  },
};

function problemsOf(schema: RJSFSchema, data: unknown): RJSFValidationError[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(clean(data));
  return errors
    .filter(({ keyword }) => !FRAMES.has(keyword))
    .map(({ keyword, error, instanceLocation }) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const path = instanceLocation.split('/').slice(1).map(decodeURIComponent);
      const message = missing ? 'Required' : error;
      return { property: [...path, ...(missing ? [missing] : [])].join('.'), message, stack: message };
    });
}

const definitionsOf = ({ $defs }: RJSFSchema) => ($defs ? { $defs } : {});

// A field left empty is undefined in the form; in JSON it isn't there.
const clean = (data: unknown): unknown => (data === undefined ? {} : JSON.parse(JSON.stringify(data)));
