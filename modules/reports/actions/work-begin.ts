// Begins a work report: its outline follows from what the ledger knows of the year.
import { type Indicator, observedIn } from '#kernel/declare/indicator.ts';
import { domains } from '#kernel/declare/system.ts';
import { readOutside } from '#modules/figures/contract.ts';
import { Refusal } from '#platform/refusal.ts';
import { isDerived } from '../model/writer/names.ts';
import { toldIn } from '../model/writer/sentence.ts';
import type { Outline, ReportKind } from '../model/writer/shapes.ts';
import { type DomainFigures, standardOutline, standardTitle } from '../model/writer/standard-outline.ts';
import { isPublished, standingOf, yearBefore } from '../model/writer/standing.ts';
import type { ReportsSetting } from '../setting.ts';
import { type Asker, groundOf, spanOf, tellable } from './work-ground.ts';

export interface Begun {
  readonly title: string;
  readonly outline: Outline;
}

/** Refuses years that have not begun and places that are not the office's. */
export function requireSpec(setting: ReportsSetting, { root, today }: Asker, year: number, kind: ReportKind, region: string): void {
  if (year > Number(today.slice(0, 4)))
    throw new Refusal('YEAR_AHEAD', `${year}年还没有开始，没有可写的数据。请选择${today.slice(0, 4)}年或更早的年度。`, {
      status: 400,
      details: [{ where: 'year', message: '年度还没有开始' }],
    });
  const isCounty = setting.ledger.countiesOf(root).includes(region);
  if (kind === 'county' ? !isCounty : region !== root && !isCounty)
    throw new Refusal('NO_SUCH_OFFICE', `“${setting.ledger.regionName(region)}”不是本市的县区，不能起草它的报告。请核对地区。`, {
      status: 400,
      details: [{ where: 'region', message: '请选择本市或所辖县区' }],
    });
}

const isTold = (value: ReturnType<typeof standingOf>['now']): boolean => 'known' in value && !value.known.isZero();

/** Indicators of each domain that were something in this year or the last. */
async function domainsWithFigures(
  asker: Asker,
  setting: ReportsSetting,
  given: { year: number; kind: ReportKind; region: string },
  known: string | null,
): Promise<{ domains: DomainFigures[]; main: string[] }> {
  const { systems, shared, published } = setting.catalogue;
  // Of the hundreds that others publish, those of which the installation has been given any value.
  const answered = new Set((await readOutside(asker.db, asker.root, null, known)).map(({ indicator }) => indicator ?? ''));
  const isGiven = (indicator: Indicator): boolean => [indicator.id, ...observedIn(indicator.formula)].some((id) => answered.has(id));
  const plain = [...tellable(setting.catalogue).values()].filter(
    (indicator) => !isDerived(indicator) && (!isPublished(indicator) || (indicator.isBackground !== true && isGiven(indicator))),
  );
  const span = spanOf(given, asker.today);
  const ground = await groundOf(asker.db, setting, {
    root: asker.root,
    indicators: plain,
    spans: [span, yearBefore(span)],
    years: [given.year],
    known,
    today: asker.today,
  });
  const told = new Set(
    plain
      .filter((indicator) => {
        const own = toldIn({ ground, region: given.region, span, year: given.year }, indicator);
        const { now, before } = standingOf(ground, indicator, given.region, own.span);
        return isTold(now) || ('known' in now && isTold(before));
      })
      .map(({ id }) => id),
  );
  const byDomain = Object.entries(domains).map(([domain, name]) => {
    const own = [...systems, ...shared].filter((one) => one.domain === domain).flatMap(({ indicators = [] }) => indicators);
    return { name, indicators: [...own, ...[...published.values()].filter((one) => one.domain === domain)].map(({ id }) => id) };
  });
  return {
    domains: byDomain.map(({ name, indicators }) => ({ name, indicators: indicators.filter((id) => told.has(id)) })),
    main: plain.filter(({ id }) => told.has(id) && ground.aim(id, given.region, given.year) !== undefined).map(({ id }) => id),
  };
}

export async function beginning(
  asker: Asker,
  setting: ReportsSetting,
  given: { readonly year: number; readonly kind: ReportKind; readonly region: string },
  known: string | null = null,
): Promise<Begun> {
  const { year, kind, region } = given;
  requireSpec(setting, asker, year, kind, region);
  const found = await domainsWithFigures(asker, setting, given, known);
  if (found.domains.every(({ indicators }) => indicators.length === 0))
    throw new Refusal(
      'NO_DATA',
      `台账中没有${setting.ledger.regionName(region)}${year}年的数据，写不出报告。请先核对年度，或导入当年的数据。`,
      {
        details: [{ where: 'year', message: `${year}年没有数据` }],
      },
    );
  return {
    title: standardTitle(kind, setting.ledger.regionName(region), year),
    outline: standardOutline(kind, year, found.domains, found.main),
  };
}
