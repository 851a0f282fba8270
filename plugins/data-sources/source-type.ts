import type { z } from 'zod';
import type { FileIntake } from './sync/file-intake';

/** Where a source type reports what it does: the job's log. Messages take `%s` and `%d` as `util.format` does. */
export interface SourceLog {
  debug(message: string, ...values: unknown[]): void;
  info(message: string, ...values: unknown[]): void;
  warning(message: string, ...values: unknown[]): void;
}

/** What a source type gets to fetch with. */
export interface FetchContext<Parameters = Record<string, unknown>> {
  readonly url: string;
  /** The type's parameters, parsed; secret ones are left out. */
  readonly parameters: Parameters;
  /** The secret parameters that are set. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Takes in the files: what is written to it is what the source holds once the fetch returns. */
  readonly into: FileIntake;
  /** An empty folder for whatever the fetch needs besides; removed afterwards. */
  readonly scratch: string;
  /** Aborted when the job is cancelled, times out or its worker stops: give up at once. */
  readonly signal: AbortSignal;
  readonly log: SourceLog;
  /** Moves the job's progress bar. */
  progress(done: number, total: number, text?: string): Promise<void>;
}

/** What a fetch tells about what it found: the revision, such as a commit, where there is one. */
export interface Fetched {
  revision?: string;
}

/**
 * A kind of place that files can be read from. Subclass it and hand an instance to `registerSourceType`.
 * Expected failures are thrown as YardmasterError or JobFailed with a sentence for the operator.
 */
export abstract class SourceType<Parameters extends z.ZodObject = z.ZodObject> {
  /** Lower case letters, digits and underscores; unique; kept with every source. */
  abstract readonly key: string;
  abstract readonly label: string;
  abstract readonly description: string;
  /** What a URL of this type looks like, as a hint in the form. */
  abstract readonly urlExample: string;
  /**
   * What can be set besides the URL. `title` and `description` of a field's meta label it in the form. A field with
   * `.meta({ secret: true })` is an optional text that is stored sealed and never shown again.
   */
  abstract readonly parameters: Parameters;

  /** The URL as it is to be stored. @throws YardmasterError `invalid_input` that says what was expected. */
  abstract checkUrl(url: string): string;

  abstract fetch(context: FetchContext<z.output<Parameters>>): Promise<Fetched>;
}

/** The names of a type's secret parameters. */
export function secretFieldsOf(type: SourceType): string[] {
  return Object.entries(type.parameters.shape)
    .filter(([, field]) => (field as z.ZodType).meta()?.secret === true)
    .map(([name]) => name);
}
