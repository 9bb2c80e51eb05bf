// The period of a page of figures, kept in the address: a year or a month of it, and the day as of which it was known.
import { useSearchState } from '#ui/use-search.ts';

export interface PeriodChoice {
  readonly year: string;
  /** `01` … `12`; empty for the whole year. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD`; empty for now. */
  readonly known: string;
  readonly words: string;
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const thisYear = (): number => Number(today().slice(0, 4));

function lastDay(year: string, month: string): string {
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

export function usePeriod(): PeriodChoice {
  const [search] = useSearchState();
  const now = today();
  const year = /^\d{4}$/.test(search.year ?? '') ? (search.year ?? '') : now.slice(0, 4);
  const month = /^(0[1-9]|1[0-2])$/.test(search.month ?? '') ? (search.month ?? '') : '';
  const known = /^\d{4}-\d{2}-\d{2}$/.test(search.known ?? '') ? (search.known ?? '') : '';
  // What was known on a day says nothing of the time after it.
  const latest = known === '' || known > now ? now : known;
  const end = month === '' ? `${year}-12-31` : lastDay(year, month);
  const to = end > latest && latest >= `${year}-01-01` ? latest : end;
  const from = month === '' ? `${year}-01-01` : `${year}-${month}-01`;
  const words =
    month === ''
      ? to === `${year}-12-31`
        ? `${year}年`
        : `${year}年截至${Number(to.slice(5, 7))}月${Number(to.slice(8))}日`
      : `${year}年${Number(month)}月`;
  return { year, month, from: from > to ? `${year}-01-01` : from, to, known, words };
}

export function PeriodBar({ period }: { period: PeriodChoice }) {
  const [, change] = useSearchState();
  const years = Array.from({ length: 6 }, (_, i) => String(thisYear() - i));
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  return (
    <fieldset className="kc-period kc-no-print">
      <legend className="kc-visually-hidden">时期</legend>
      <label>
        年度
        <select className="kc-input" value={period.year} onChange={(event) => change({ year: event.target.value })}>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}年
            </option>
          ))}
        </select>
      </label>
      <label>
        时期
        <select className="kc-input" value={period.month} onChange={(event) => change({ month: event.target.value || undefined })}>
          <option value="">全年</option>
          {months.map((month) => (
            <option key={month} value={month}>
              {Number(month)}月
            </option>
          ))}
        </select>
      </label>
      <label>
        按某日已知
        <input
          className="kc-input"
          type="date"
          max={today()}
          value={period.known}
          onChange={(event) => change({ known: event.target.value || undefined })}
        />
      </label>
      {period.known !== '' && (
        <button type="button" className="kc-button kc-button-bare" onClick={() => change({ known: undefined })}>
          回到当前
        </button>
      )}
    </fieldset>
  );
}
