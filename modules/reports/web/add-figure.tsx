// Adds a figure that the reader missed: the chosen words are read once more on their own, and a person says the rest.
import { useEffect, useState } from 'react';
import { factsOf } from '../model/facts.ts';
import type { DocumentView, FigureView, IndicatorChoice } from '../wire.ts';
import { FigureForm } from './figure-form.tsx';
import type { ChosenWords } from './report-text.tsx';
import type { ReportWork } from './use-report.ts';

type Facts = FigureView['read'];

const blank = (year: number | null): Facts => ({
  exact: '',
  unit: null,
  kind: 'level',
  measure: 'flow',
  bound: 'exact',
  indicator: '',
  period: year === null ? null : String(year),
  region: null,
  of: null,
  status: 'actual',
});

/** The reader's own code is fetched only now: few pages ever need it in the browser. */
async function firstReading(words: string, year: number | null): Promise<Facts | undefined> {
  const { readFigures } = await import('../model/reader/read-figures.ts');
  const [reading] = readFigures(words, year === null ? {} : { reportingYear: year });
  return reading === undefined ? undefined : factsOf(reading);
}

interface AddProps {
  readonly words: ChosenWords;
  readonly document: DocumentView;
  readonly indicators: readonly IndicatorChoice[];
  readonly work: ReportWork;
  readonly onDone: (figure: FigureView | undefined) => void;
}

export function AddFigure({ words, document, indicators, work, onDone }: AddProps) {
  const [facts, setFacts] = useState<Facts | null>(null);
  const { year } = document;
  useEffect(() => {
    let isCurrent = true;
    void firstReading(words.words, year)
      .catch(() => undefined)
      .then((found) => {
        if (isCurrent) setFacts({ ...(found ?? blank(year)), region: null });
      });
    return () => {
      isCurrent = false;
    };
  }, [words.words, year]);
  return (
    <section className="kc-fc" aria-label="添加数据">
      <header className="kc-fc-head">
        <b>添加漏读的数据</b>
      </header>
      <blockquote className="kc-fc-quote">
        <b>{words.words.replace(/\s+/g, '')}</b>
      </blockquote>
      {facts !== null && (
        <FigureForm
          key={`${words.start}.${words.end}`}
          title="添加数据"
          facts={facts}
          raw={words.words}
          tie={null}
          place={document.place}
          indicators={indicators}
          submitLabel="添加"
          onSubmit={async (now, tie) => {
            const added = await work.add({ start: words.start, end: words.end }, now, tie);
            if (added !== undefined) onDone(added);
            return added !== undefined;
          }}
          onCancel={() => onDone(undefined)}
        />
      )}
    </section>
  );
}
