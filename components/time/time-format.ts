/**
 * Makes a function that tells moments (Unix milliseconds) in British English, in the reader's zone or an IANA zone.
 * A format is kept once it is made: making it costs a hundred times what using it does.
 */
export function timeFormat(
  options: Intl.DateTimeFormatOptions,
): (at: number, timeZone?: string | undefined) => string {
  const made = new Map<string | undefined, Intl.DateTimeFormat>();
  return (at, timeZone) => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    made.set(timeZone, format);
    return format.format(at);
  };
}
