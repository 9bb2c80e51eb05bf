// A frozen paper on the screen, as the paper that is signed.
import { Fragment } from 'react';
import { DocumentSheet } from '#ui/document/document-sheet.tsx';
import { formatDayText } from '#ui/format.ts';
import type { Paper } from '../wire.ts';

type Block = Paper['blocks'][number];

const alignOf = (align: 'left' | 'right' | 'center' | undefined) => ({ textAlign: align ?? 'left' }) as const;

function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className="cp-scroll">
      <table>
        {block.caption && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {block.columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen paper's rows never move
            <tr key={i}>
              {block.columns.map(({ title, align }, j) => (
                <td key={title} style={alignOf(align)}>
                  {row[j]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Paragraph({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : block.level === 2 ? <h4>{block.text}</h4> : <p>{block.text}</p>;
    case 'paragraph':
      return (
        <p>
          {block.runs.map((run, i) => {
            const key = `${i}`;
            if (typeof run === 'string') return <Fragment key={key}>{run}</Fragment>;
            return run.bold ? <b key={key}>{run.text}</b> : <Fragment key={key}>{run.text}</Fragment>;
          })}
        </p>
      );
    case 'table':
      return <Table block={block} />;
    case 'page-break':
      return <hr />;
  }
}

export function PaperSheet({ paper }: { paper: Paper }) {
  const { agencyMark, number, signer, title, recipient, blocks, annexes, signature, imprint, note } = paper;
  return (
    <DocumentSheet
      title={title}
      {...(agencyMark === undefined ? {} : { redHead: agencyMark })}
      {...(number === undefined ? {} : { number })}
      {...(signer === undefined ? {} : { signer })}
      {...(recipient === undefined ? {} : { addressee: `${recipient}：` })}
      {...(annexes === undefined ? {} : { annexes })}
      {...(signature === undefined ? {} : { signature: { office: signature.agency, day: formatDayText(signature.date) } })}
      {...(imprint === undefined ? {} : { imprint: `${imprint.office}　${formatDayText(imprint.date)}印发` })}
    >
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen paper's blocks never move
        <Paragraph key={i} block={block} />
      ))}
      {note && <p className="cp-paper-note">{note}</p>}
    </DocumentSheet>
  );
}
