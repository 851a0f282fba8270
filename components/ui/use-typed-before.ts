import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Hands to `onTyped` what already stands in a field when the page comes alive: typed into the server's HTML, it was heard
 * by nobody. `known` is what the field should hold.
 */
export function useTypedBefore(
  field: RefObject<HTMLInputElement | null>,
  known: string,
  onTyped: (text: string) => void,
): void {
  const tell = useEffectEvent(() => {
    const text = field.current?.value ?? known;
    if (text !== known) onTyped(text);
  });
  useEffect(() => tell(), []);
}
