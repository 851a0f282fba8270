/** One press of a key, as a browser tells it and as a shortcut asks for it. */
export interface Stroke {
  /** As in `KeyboardEvent.key`, letters in lower case. */
  key: string;
  /** ⌘ on Apple's machines, Ctrl elsewhere. */
  mod: boolean;
  alt: boolean;
  /** Asked of letters and named keys alone: a sign such as `?` says by itself whether it needs Shift. */
  shift: boolean;
}

/** What `strokeOf` reads of a `KeyboardEvent`. */
type Pressed = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** Reads `?`, `g j` (one after the other), `Mod+K`, `Shift+X`, `Escape`. @throws Error where a step names no key */
export function parseKeys(keys: string): readonly Stroke[] {
  return keys.split(' ').map((step) => {
    const parts = step.split('+');
    const key = parts.pop();
    if (!key) throw new Error(`Expected keys such as "g j" or "Mod+K", got "${keys}".`);
    const holds = (name: string) => parts.includes(name);
    return stroke(key, { mod: holds('Mod'), alt: holds('Alt'), shift: holds('Shift') });
  });
}

/** The stroke that an event is. */
export const strokeOf = ({ key, metaKey, ctrlKey, altKey, shiftKey }: Pressed): Stroke =>
  stroke(key, { mod: metaKey || ctrlKey, alt: altKey, shift: shiftKey });

function stroke(key: string, held: Omit<Stroke, 'key'>): Stroke {
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  // On many keyboards a sign takes Shift or AltGr: whoever asks for the sign means the sign.
  const free = isSign && !held.mod;
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    mod: held.mod,
    alt: free ? false : held.alt,
    shift: isSign ? false : held.shift,
  };
}

export const isSameStroke = (a: Stroke, b: Stroke): boolean =>
  a.key === b.key && a.mod === b.mod && a.alt === b.alt && a.shift === b.shift;
