// Answers as a read-only document: on the check page, in a case, on paper.
import type { ReactNode } from 'react';
import type { PrintedLine, PrintedPage } from '#kernel/faces/print.ts';
import { grouped } from '../decimal.ts';
import '../fields/fields.css';
import './form.css';

/** Amounts and counts with commas; a number without a unit, such as a year, stays as it is. */
function shown(text: string, unit: string | null): string {
  return unit !== null && /^-?\d+(\.\d+)?$/.test(text) ? grouped(text) : text;
}

function unitSuffix(line: PrintedLine): string {
  return line.text !== '' && line.unit !== null && !line.text.endsWith(line.unit) && line.table === null ? ` ${line.unit}` : '';
}

function SheetTable({ table }: { table: NonNullable<PrintedLine['table']> }) {
  return (
    <div className="kc-grid-scroll">
      <table className="kc-grid">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
                {column.unit && <span className="kc-unit">（{column.unit}）</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed row has no other name than its place
            <tr key={index}>
              {row.map((text, at) => (
                <td key={table.columns[at]?.key ?? at}>{text === '' ? '—' : shown(text, table.columns[at]?.unit ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface AnswerSheetProps {
  readonly pages: readonly PrintedPage[];
  /** Beside each page's title, e.g. a link that changes it. */
  readonly action?: (index: number) => ReactNode;
  /** Marks keys whose answers are wrong or missing. */
  readonly bad?: ReadonlySet<string>;
}

export function AnswerSheet({ pages, action, bad }: AnswerSheetProps) {
  return (
    <>
      {pages.map((page, index) => (
        <section key={page.title} className="kc-section kc-sheet-page">
          <div className="kc-section-head">
            <h2 className="kc-section-title">{page.title}</h2>
            {action && <span className="kc-section-action kc-no-print">{action(index)}</span>}
          </div>
          <dl className="kc-answers">
            {page.lines.map((line) => (
              <div
                key={line.key}
                className={`kc-answer ${line.table ? 'kc-answer-wide' : ''} ${bad?.has(line.key) ? 'kc-answer-bad' : ''}`}
              >
                <dt>{line.label}</dt>
                <dd>
                  {line.table && line.table.rows.length > 0 && <SheetTable table={line.table} />}
                  {(!line.table || line.table.rows.length === 0) &&
                    (line.text === '' || line.table ? (
                      <span className="kc-unknown">未填</span>
                    ) : (
                      `${shown(line.text, line.unit)}${unitSuffix(line)}`
                    ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
