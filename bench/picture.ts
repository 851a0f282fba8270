import { contenders } from './contenders';
import { type Figure, figureOf, readable, taking } from './figures';
import { describeMachine } from './machine';
import type { Results } from './results';
import { type Row, rowsOf } from './rows';

const WIDTH = 800;
const MARGIN = 16;
const COLUMNS = 2;
const GAP = 28;
const PANEL = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
const NAME = 160;
const VALUE = 62;
const BAR = PANEL - NAME - VALUE;
const LINE = 17;
const HEAD = 40;
const TOP = 96;

// The viewer's system says light or dark, also where the picture is embedded in a page.
const STYLE = `
  svg { color-scheme: light dark; }
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
  .paper { fill: #ffffff; } .title { font-size: 15px; font-weight: 600; } .head { font-weight: 600; }
  .quiet { fill: #59636e; font-size: 11px; } .bar { fill: #afb8c1; } .own { fill: #0969da; }
  .range { stroke: #1f2328; stroke-width: 1; } .failed { fill: #b35900; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .paper { fill: #0d1117; } .quiet { fill: #9198a1; } .bar { fill: #545d68; }
    .own { fill: #4493f8; } .range { stroke: #e6edf3; } .failed { fill: #f0a35e; }
  }`;

/** The table as a picture: bars of the medians, thin lines from minimum to maximum. Reads in light and dark. */
export function pictureOf(results: Results): string {
  const { names, keys } = taking(results);
  let [y, tallest] = [TOP, 0];
  const panels = rowsOf(keys).map((row, n) => {
    const figures = names
      .map((name) => ({ name, figure: figureOf(results, row, name) }))
      .filter(({ figure }) => figure.kind !== 'none');
    if (n > 0 && n % COLUMNS === 0) [y, tallest] = [y + tallest, 0];
    const x = MARGIN + (n % COLUMNS) * (PANEL + GAP);
    tallest = Math.max(tallest, HEAD + figures.length * LINE + 12);
    return `<g transform="translate(${x} ${y})">${panel(row, figures)}</g>`;
  });
  const height = y + tallest + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Speed beside peers: the table of this page as bars">
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
<text class="title" x="${MARGIN}" y="26">Speed beside peers, medians as bars, minimum to maximum as lines</text>
${describeInLines(results)}
${panels.join('\n')}
</svg>
`;
}

function panel(row: Row, figures: readonly { name: string; figure: Figure }[]): string {
  const most = Math.max(0, ...figures.map(({ figure }) => (figure.kind === 'measured' ? figure.max : 0)));
  const width = (value: number): number => Number(((most > 0 ? value / most : 0) * BAR).toFixed(1));
  const bars = figures.map(({ name, figure }, n) => {
    const y = HEAD + n * LINE;
    const title = `<text x="${NAME - 8}" y="${y + 4}" text-anchor="end">${escaped(contenders[name]?.title ?? name)}</text>`;
    if (figure.kind !== 'measured')
      return `${title}<text class="failed" x="${NAME}" y="${y + 4}">failed</text>`;
    const own = name.startsWith('yardmaster') ? ' own' : '';
    return `${title}<rect class="bar${own}" x="${NAME}" y="${y - 6}" width="${width(figure.median)}" height="12"/><line class="range" x1="${NAME + width(figure.min)}" x2="${NAME + width(figure.max)}" y1="${y}" y2="${y}"/><text x="${PANEL}" y="${y + 4}" text-anchor="end">${readable(figure.median)}</text>`;
  });
  const better = row.higherIsBetter ? 'more is better' : 'less is better';
  return `<text class="head" x="0" y="4">${escaped(row.title)}</text><text class="quiet" x="0" y="19">${escaped(row.unit)}, ${better}</text>${bars.join('')}`;
}

function describeInLines(results: Results): string {
  const words = describeMachine(results.machine, results.scale).split(' ');
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 130) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines
    .map((line, n) => `<text class="quiet" x="${MARGIN}" y="${42 + n * 13}">${escaped(line)}</text>`)
    .join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
