/** Throw it from `run()` for a failure you expect: the job ends `failed` and keeps this message, without a stack. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}
