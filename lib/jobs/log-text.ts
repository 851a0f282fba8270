// Colours and cursor movements of terminals (CSI, OSC, and escapes of two characters).
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;

/** A message as it is shown: without the escape sequences that mean something to terminals alone. */
export const plainText = (message: string): string =>
  message.includes('\u001b') ? message.replace(ESCAPES, '') : message;

/** A stretch of text that matches what is looked for, or does not. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Text cut at every place where `needle` stands, upper and lower case alike. */
export function piecesOf(text: string, needle: string): TextPiece[] {
  const [haystack, wanted] = [text.toLowerCase(), needle.toLowerCase()];
  // A letter whose lower case is longer would shift every place after it.
  if (wanted === '' || haystack.length !== text.length) return [{ text, hit: false }];
  const pieces: TextPiece[] = [];
  let from = 0;
  for (let at = haystack.indexOf(wanted); at !== -1; at = haystack.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), hit: false });
    from = at + wanted.length;
    pieces.push({ text: text.slice(at, from), hit: true });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}
