/** A line of a stack: a place in the code, or what stands between places (`Caused by: …`). */
type StackLine = { kind: 'frame'; text: string; own: boolean } | { kind: 'words'; text: string };

/** Lines that belong together: the project's own, or those of Node, libraries and the framework, which can be folded. */
export interface StackPart {
  kind: 'own' | 'foreign' | 'words';
  lines: string[];
}

const FRAME = /^\s*at\s/;
const FOREIGN = /node:|node_modules|<anonymous>|\[native code\]|wasm:\/\//;
// Paths below the installation are stored relative to it.
const FRAMEWORK = /[\s(](?:file:\/\/)?(?:lib|worker|scripts)\//;

/** A stored stack in parts. The message that opens it is left out where it is `message`, which stands above it already. */
export function partsOfStack(stack: string, message: string): StackPart[] {
  const lines = withoutMessage(stack, message).split('\n').filter(Boolean).map(lineOf);
  const parts: StackPart[] = [];
  for (const line of lines) {
    const kind = line.kind === 'words' ? 'words' : line.own ? 'own' : 'foreign';
    const last = parts.at(-1);
    if (last?.kind === kind) last.lines.push(line.text);
    else parts.push({ kind, lines: [line.text] });
  }
  return parts;
}

function lineOf(text: string): StackLine {
  if (!FRAME.test(text)) return { kind: 'words', text };
  return { kind: 'frame', text: text.trim(), own: !FOREIGN.test(text) && !FRAMEWORK.test(text) };
}

function withoutMessage(stack: string, message: string): string {
  if (stack.startsWith(message)) return stack.slice(message.length);
  const firstFrame = stack.search(/^\s*at\s/m);
  // A name before the message, or the reverse, still says the same.
  return firstFrame > 0 && stack.slice(0, firstFrame).includes(message) ? stack.slice(firstFrame) : stack;
}
