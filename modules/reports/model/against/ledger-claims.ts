// What a report claims of things that the ledger knows: indicator, place, days, and whether it is the value, its growth, share, rank, change or target.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { factsOf } from '../facts.ts';
import type { Reading } from '../reader/reading.ts';
import type { Tie, TieIndex } from '../ties.ts';
import { baseOf, isDerived } from '../writer/names.ts';
import { located, type Places } from './places.ts';
import { type Days, daysOf } from './told-day.ts';

export type Said = 'value' | 'growth' | 'share' | 'rank' | 'net' | 'target';

export interface LedgerClaim {
  readonly index: number;
  readonly reading: Reading;
  readonly indicator: Indicator;
  readonly said: Said;
  readonly region: string;
  readonly days: Days;
  /** Name, place and time are beyond doubt, so that the ledger may speak against the text. */
  readonly isSure: boolean;
}

export interface Claiming {
  readonly readings: readonly Reading[];
  /** The sentence before a figure, as far as is needed to see until when it counts. */
  readonly wordsBefore: (reading: Reading) => string;
  /** What people decided, by the number of the reading; null for none. */
  readonly chosen: ReadonlyMap<number, string | null>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly ties: TieIndex;
  readonly places: Places;
  readonly reportingYear: number | null;
  /** Of what comes later the ledger knows nothing. */
  readonly lastDay: string;
}

const SAID: Readonly<Record<Reading['kind'], Said | undefined>> = {
  level: 'value',
  ratio: 'value',
  yoy_growth: 'growth',
  share: 'share',
  rank: 'rank',
  change: 'net',
  target: 'target',
  threshold: undefined,
  multiple: undefined,
};

/** What the reader adds to the name of the thing. */
const ADDED = /(?:的|同比)*(?:增速|增长率|增幅|占.{0,14}?比重|占比|净增数|净增|变化|增量)?(?:排名|位次)?$/;
const bare = (name: string): string => name.replace(ADDED, '');

class Namer {
  readonly #claiming: Claiming;
  readonly #told = new Map<string, Tie | null>();
  /** The thing as its own figure was tied before: 高新技术企业215家，同比增长19%. */
  readonly #before = new Map<string, Tie>();

  constructor(claiming: Claiming) {
    this.#claiming = claiming;
  }

  #tie(reading: Reading, thing: string, unit: string | null, measure: Reading['measure'], kind: Reading['kind']): Tie | null {
    const key = [thing, reading.indicatorId, unit, measure, kind].join('|');
    const found = this.#told.get(key);
    if (found !== undefined) return found;
    const tie = this.#claiming.ties.tie({ ...factsOf(reading), indicator: thing, unit, measure, kind }, reading.indicatorId);
    this.#told.set(key, tie);
    return tie;
  }

  /** A count may be read as of a year where it is of a day, and the other way round; what is new is never what there is. */
  #ofValue(reading: Reading, thing: string): Tie | null {
    const kind = reading.kind === 'target' ? 'level' : reading.kind;
    const own = this.#tie(reading, thing, reading.unit, reading.measure, kind);
    if (own?.isSure === true || reading.measure === 'new' || kind !== 'level') return own;
    const other = reading.measure === 'flow' ? 'stock' : 'flow';
    const swapped = this.#tie(reading, thing, reading.unit, other, kind);
    return swapped?.isSure === true ? swapped : (own ?? swapped);
  }

  #ofDerived(reading: Reading, thing: string): Tie | null {
    const before = this.#before.get(thing);
    if (before !== undefined) return before;
    const units = reading.kind === 'change' && reading.unit !== '个百分点' ? [reading.unit] : [null, '元'];
    const all = units.flatMap((unit) => (['stock', 'flow'] as const).flatMap((one) => this.#tie(reading, thing, unit, one, 'level') ?? []));
    const sure = all.filter(({ isSure }) => isSure);
    const candidates = sure.length > 0 ? sure : all;
    return new Set(candidates.map(({ indicator }) => indicator)).size === 1 ? (candidates[0] ?? null) : null;
  }

  tie(reading: Reading, named: string, said: Said): Tie | null {
    // 申报数目标 aims at 申报数, which would be lost among the names that end like it.
    const thing = said === 'target' ? named.replace(/(?:年度|全年)?目标(?:值|数)?$/, '') : named;
    if (said !== 'value' && said !== 'target') return this.#ofDerived(reading, bare(thing));
    const tie = this.#ofValue(reading, thing);
    if (tie !== null) this.#before.set(thing, tie);
    return tie;
  }
}

function indicatorOf(claiming: Claiming, tie: Tie | null, said: Said): Indicator | undefined {
  const found = tie === null ? undefined : claiming.indicators.get(tie.indicator);
  if (found === undefined || said === 'value' || !isDerived(found)) return found;
  return baseOf(found, claiming.indicators.values());
}

/** A share of another thing than of the place around is no share that the ledger counts. */
const isOfThePlace = ({ of }: Reading): boolean => of === null || /^(?:全|我|本)?(?:市|省|国)(?:总[数量额])?$|^全市/.test(of);

function claimOf(claiming: Claiming, namer: Namer, reading: Reading, index: number): LedgerClaim | undefined {
  const said = SAID[reading.kind];
  if (said === undefined || reading.measure === 'rule' || reading.measure === 'set_size') return undefined;
  if (said === 'target' ? false : reading.status !== 'actual') return undefined;
  if (said === 'share' && !isOfThePlace(reading)) return undefined;
  const { thing, code } = located(reading.indicator, reading.region, claiming.places);
  const chosen = claiming.chosen.get(index);
  const tie = chosen === undefined ? namer.tie(reading, thing, said) : chosen === null ? null : { indicator: chosen, isSure: true };
  const indicator = indicatorOf(claiming, tie, said);
  if (tie === null || indicator === undefined || code === undefined) return undefined;
  // Points are the change of a rate alone, and a rate changes by nothing else.
  if (said === 'net' && (reading.unit === '个百分点') !== (indicator.unit === '%')) return undefined;
  const isDated = reading.period !== null && /^(?:19|20)\d\d/.test(reading.period);
  const period = isDated ? (reading.period ?? '') : claiming.reportingYear === null ? '' : String(claiming.reportingYear);
  // A target is of its year, whether or not the year has come.
  const days = daysOf(period, claiming.wordsBefore(reading), said === 'target' ? '9999-12-31' : claiming.lastDay);
  if (days === undefined || (days.from.slice(0, 4) !== days.to.slice(0, 4) && indicator.formula.kind !== 'sum')) return undefined;
  // The days of a year that still runs are those up to now, and the text was written before.
  const runs = said !== 'target' && days.to === claiming.lastDay && !days.to.endsWith('-12-31');
  return { index, reading, indicator, said, region: code, days, isSure: tie.isSure && isDated && !runs };
}

export function ledgerClaims(claiming: Claiming): LedgerClaim[] {
  const namer = new Namer(claiming);
  return claiming.readings.flatMap((reading, index) => claimOf(claiming, namer, reading, index) ?? []);
}
