// Puts a party's figures side by side by year, and says what on its profile wants attention.
import { addDays } from '#kernel/declare/calendar.ts';
import { judgeCode } from './credit-code.ts';
import { type Disagreement, disagreements } from './finance-agreement.ts';
import type { FinanceSourceCode, FinanceValues } from './finance-items.ts';
import { sourceCodes } from './finance-items.ts';
import type { CodeCheckState } from './party.ts';
import { renewalNoticeDays, titleState } from './title-validity.ts';

interface Figures {
  readonly year: number;
  readonly source: FinanceSourceCode;
  readonly values: FinanceValues;
}

export interface YearOfFigures<F extends Figures> {
  readonly year: number;
  readonly sources: readonly F[];
  readonly disagreements: readonly Disagreement[];
}

/** The latest year first; sources in their fixed order. */
export function figuresByYear<F extends Figures>(figures: readonly F[]): readonly YearOfFigures<F>[] {
  const years = [...new Set(figures.map((each) => each.year))].sort((a, b) => b - a);
  return years.map((year) => {
    const sources = figures
      .filter((each) => each.year === year)
      .sort((a, b) => sourceCodes.indexOf(a.source) - sourceCodes.indexOf(b.source));
    return { year, sources, disagreements: disagreements(sources) };
  });
}

interface Attention {
  readonly uscc: string | null;
  readonly usccCheck: CodeCheckState | null;
  readonly titles: readonly {
    readonly name: string;
    readonly from: string;
    readonly until: string | null;
    readonly status: 'valid' | 'revoked' | 'superseded';
  }[];
  readonly years: readonly YearOfFigures<Figures>[];
}

/** Sentences for the top of the profile. */
export function warningsOf({ uscc, usccCheck, titles, years }: Attention, today: string): readonly string[] {
  const warnings: string[] = [];
  if (uscc !== null && usccCheck === 'warning') warnings.push(judgeCode(uscc).says ?? '统一社会信用代码校验位不符，请核对营业执照');
  for (const title of titles) {
    if (titleState(title, today) === 'expiring') {
      const days = Math.round((Date.parse(title.until ?? today) - Date.parse(today)) / 86_400_000);
      warnings.push(days === 0 ? `${title.name}今天到期` : `${title.name}将于 ${title.until} 到期，还有 ${days} 天`);
    } else if (titleState(title, today) === 'expired' && title.until !== null && addDays(title.until, renewalNoticeDays) >= today) {
      const renewed = titles.some((other) => other.name === title.name && other.from > title.from && other.status === 'valid');
      if (!renewed) warnings.push(`${title.name}已于 ${title.until} 到期，没有新的证书`);
    }
  }
  for (const { year, disagreements: found } of years) {
    const conflicts = found.filter((each) => each.level === 'conflict');
    if (conflicts.length > 0) warnings.push(`${year} 年${conflicts.map((each) => each.name).join('、')}各来源不一致`);
  }
  return warnings;
}
