// Who counts as a tenant (在孵企业) or a graduate (毕业企业), and shares of counted tenants.
import {
  addMonths,
  all,
  any,
  atLeast,
  certain,
  countRange,
  type Day,
  isTrue,
  known,
  type Quotient,
  quotient,
  type Range,
  type Status,
} from '../frame/index.ts';
import type { Graduate, Input, Limits, Tenant } from './input.ts';

/** 国科发区〔2018〕300号（在孵企业条件）: small, registered and working on site, young on entry, and not longer there than allowed. */
function isTenant(tenant: Tenant, asOf: Day, limits: Limits): Status {
  const { smeType, registeredInSite, workingInSite, foundedDate, entryDate } = tenant;
  return all(
    isTrue(smeType),
    isTrue(registeredInSite),
    isTrue(workingInSite),
    known([entryDate, foundedDate], (entry, founded) => entry <= addMonths(founded, limits.tenantFoundedMonths)),
    isInTime(tenant, asOf, limits),
  );
}

/** Biomedicine, agriculture and integrated circuits may stay longer; an unknown field matters only between the two limits. */
function isInTime({ entryDate, field }: Tenant, asOf: Day, { tenantStayMonths, tenantStayMonthsLong }: Limits): Status {
  const within = (months: number) => known([entryDate], (entry) => asOf <= addMonths(entry, months));
  const [ordinary, long] = [within(tenantStayMonths), within(tenantStayMonthsLong)];
  if (field === null) return ordinary === long ? ordinary : 'unknown';
  return field === 'OTHER' ? ordinary : long;
}

/** 300号（毕业条件）: any one of four successes. */
function isGraduate(graduate: Graduate, { graduateCapital, graduateRevenue }: Limits): Status {
  const { highTechEnterprise, mergedOrListed, ventureCapital, twoYearRevenue } = graduate;
  return any(
    isTrue(highTechEnterprise),
    isTrue(mergedOrListed),
    atLeast(ventureCapital, graduateCapital),
    atLeast(twoYearRevenue, graduateRevenue),
  );
}

export interface Members {
  /** Null without a list. */
  readonly tenants: Range | null;
  readonly graduates: Range | null;
  /** Share of counted tenants with a property; unknown as soon as one of the two counts is not certain. */
  share(property: (tenant: Tenant) => boolean | null): Quotient;
}

export function membersOf({ asOf, tenants, graduates }: Input, limits: Limits): Members {
  const judged = tenants?.map((tenant) => ({ tenant, counts: isTenant(tenant, asOf, limits) })) ?? null;
  const count = judged === null ? null : countRange(judged.map(({ counts }) => counts));
  return {
    tenants: count,
    graduates: graduates === null ? null : countRange(graduates.map((graduate) => isGraduate(graduate, limits))),
    share(property) {
      if (judged === null || count === null || certain(count) === null) return null;
      const counted = judged.filter(({ counts }) => counts === 'met');
      return quotient(certain(countRange(counted.map(({ tenant }) => isTrue(property(tenant))))), counted.length);
    },
  };
}
