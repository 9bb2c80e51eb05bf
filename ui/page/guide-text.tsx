// A guide of ours as a page: headings, lists and tables of the plain Markdown that the kernel writes; anything else stands as it is.
import type { ReactNode } from 'react';
import './guide-text.css';

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'text'; readonly text: string };

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|\s?/, '')
    .replace(/\s?\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('`', ''));

function blocksOf(text: string): readonly Block[] {
  return text
    .replaceAll(/<!--.*?-->/gs, '')
    .split(/\n{2,}|\n(?=#)|(?<=^#[^\n]*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const heading = /^(#{1,4}) (.+)$/.exec(part);
      if (heading) return { kind: 'heading', level: heading[1]?.length ?? 2, text: heading[2] ?? '' };
      const lines = part.split('\n');
      if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2)) };
      if (lines.every((line) => line.startsWith('|')))
        return { kind: 'table', rows: lines.filter((line) => !/^[|\s-]+$/.test(line)).map(cellsOf) };
      return { kind: 'text', text: part };
    });
}

function shown(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? <h2>{block.text}</h2> : block.level === 3 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return (
        <div className="kc-guide-wide">
          <table>
            <thead>
              <tr>
                {head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={cells.join('|')}>
                  {cells.map((cell, i) => (
                    <td key={head[i]} data-label={head[i]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
    case 'text':
      return <p>{block.text}</p>;
  }
}

/** The first heading is the page's own and left out. */
export function GuideText({ text }: { text: string }) {
  const blocks = blocksOf(text).filter((block) => block.kind !== 'heading' || block.level > 1);
  return (
    <article className="kc-guide">
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a guide never changes while it stands.
        <div key={i}>{shown(block)}</div>
      ))}
    </article>
  );
}
