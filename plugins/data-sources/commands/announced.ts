import { type Command, publish } from '@/lib/plugins';

/** A command after which every console on the data sources' pages reads them again. */
export function announced<Output>(run: Command<Output>): Command<Output> {
  return async (actor, input) => {
    const output = await run(actor, input);
    publish('data-sources');
    return output;
  };
}
