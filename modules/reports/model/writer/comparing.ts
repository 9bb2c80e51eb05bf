// This year's report beside last year's: the same indicator, what each said, and where the ledger has been revised since.
import { decimal } from '#kernel/exact/decimal.ts';
import type { WrittenFigure } from './shapes.ts';

export interface Compared {
  readonly indicator: string;
  readonly name: string;
  readonly regionName: string;
  /** What last year's report printed for its own year; null where it did not speak of it. */
  readonly past: string | null;
  readonly own: string | null;
  /** What this year's report or ledger gives for last year. */
  readonly standing: string | null;
  readonly says: string;
}

const valueIn = (figures: readonly WrittenFigure[], indicator: string, region: string): WrittenFigure | undefined =>
  figures.find((figure) => figure.indicator === indicator && figure.region === region && figure.reading === 'value');

/** `before` gives the ledger's present value of last year, written, by indicator. */
export function compareReports(
  now: readonly WrittenFigure[],
  then: readonly WrittenFigure[],
  region: string,
  before: ReadonlyMap<string, { readonly exact: string; readonly text: string }>,
): Compared[] {
  const indicators = new Map([...now, ...then].filter((figure) => figure.region === region).map((figure) => [figure.indicator, figure]));
  return [...indicators.values()].flatMap(({ indicator, name, regionName }) => {
    const [own, past] = [valueIn(now, indicator, region), valueIn(then, indicator, region)];
    if (own === undefined && past === undefined) return [];
    const ledger = before.get(indicator);
    // What is published later than the report is told of the same year again.
    const isSame = own !== undefined && past !== undefined && own.to <= past.to;
    const isRevised = past !== undefined && ledger !== undefined && !decimal(past.exact).equals(decimal(ledger.exact));
    const says =
      past === undefined
        ? '上年报告没有写'
        : own === undefined
          ? '今年报告没有写'
          : isRevised
            ? `上年报告写${past.text}，台账后来更正为${ledger?.text ?? ''}`
            : isSame
              ? '新一年的数还没有公布'
              : '与上年报告衔接一致';
    return [
      {
        indicator,
        name,
        regionName,
        past: past?.text ?? null,
        own: isSame ? null : (own?.text ?? null),
        standing: ledger?.text ?? null,
        says,
      },
    ];
  });
}
