// The navigation by work: twelve areas, their entries as data, and which of them a person sees and is on.

export const AREAS = ['今日', '主体', '事项', '评审', '资金', '市场', '服务', '填报', '台账', '指标', '报告', '系统'] as const;
export type Area = (typeof AREAS)[number];

export interface NavigationEntry {
  readonly area: Area;
  readonly label: string;
  readonly href: string;
  /** Shown only to who holds it; absent means any signed-in person. */
  readonly permission?: string;
  /** Name under which a count arrives, e.g. `casework.mine`. */
  readonly count?: string;
  /** Other words under which the search box finds it, e.g. pinyin initials. */
  readonly keywords?: string;
}

export interface AreaEntries {
  readonly area: Area;
  readonly entries: readonly NavigationEntry[];
}

/** Areas in the order of work; what a person may not use is not shown, nor an area left empty. */
export function areasFor(entries: readonly NavigationEntry[], may: (permission: string | undefined) => boolean): AreaEntries[] {
  return AREAS.map((area) => ({ area, entries: entries.filter((entry) => entry.area === area && may(entry.permission)) })).filter(
    (group) => group.entries.length > 0,
  );
}

function covers(href: string, path: string): boolean {
  return href === path || (href !== '/' && path.startsWith(`${href}/`));
}

/** The entry that the path lies under: the longest wins, so `/registry/parties/merge` is not `/registry/parties`. */
export function entryAt<E extends { readonly href: string }>(entries: readonly E[], path: string): E | undefined {
  return entries.filter((entry) => covers(entry.href, path)).sort((a, b) => b.href.length - a.href.length)[0];
}

/** What waits in an area, all entries together; undefined while nothing is known, for unknown is not zero. */
export function areaCount(group: AreaEntries, counts: Readonly<Record<string, number>>): number | undefined {
  const known = group.entries
    .flatMap((entry) => (entry.count === undefined ? [] : [counts[entry.count]]))
    .filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}

/** 99+ is as good as 347 on a badge. */
export function badge(count: number | undefined): string {
  if (count === undefined || count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}
