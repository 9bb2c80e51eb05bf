// Holds what a report claims against the ledger: the ledger's value by the same formulas, the tolerance of what is written, and a verdict.
import { decimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { writtenDay } from '#platform/paper/paper.ts';
import { printOf, quoteOf, spanOf, valueText } from '../auditor/claim.ts';
import { type Measured, measured } from '../auditor/figure.ts';
import { judge } from '../auditor/judge.ts';
import { canBeEqual, pointRange } from '../auditor/range.ts';
import type { LedgerPlace, Relation } from '../auditor/relation.ts';
import { numeral, printed } from '../auditor/wording.ts';
import type { Reading } from '../reader/reading.ts';
import { type Ground, growthFormula, type Known, rankFormula, type Standing, shareFormula, standingOf } from '../writer/standing.ts';
import type { LedgerClaim, Said } from './ledger-claims.ts';

/** A county is told within its city, a city within its province. */
function saidName(said: Said, region: string): string {
  const around = region.endsWith('00') ? '全省' : '全市';
  const names: Readonly<Record<Said, string>> = {
    value: '',
    growth: '同比增速',
    share: `占${around}比重`,
    rank: `在${around}的位次`,
    net: '增减',
    target: '目标',
  };
  return names[said];
}

interface Told {
  /** More than one where the words leave open what is meant; the first is meant first. */
  readonly values: readonly Known[];
  readonly source?: string;
}

const both = (a: Known, b: Known, join: (a: Rational, b: Rational) => Known): Known =>
  'unknown' in a ? a : 'unknown' in b ? b : join(a.known, b.known);

const growthOf = ({ now, before }: Standing): Known =>
  both(now, before, (a, b) => (b.isPositive() ? { known: a.dividedBy(b).minus(1) } : { unknown: '上年同期为零或负数，不计算增速' }));

const changeOf = ({ now, before }: Standing): Known => both(now, before, (a, b) => ({ known: a.minus(b) }));

const againstSamePeriod = ({ comparison }: Reading): boolean => comparison !== null && /同期|同比/.test(comparison.base);

function toldBy(ground: Ground, claim: LedgerClaim, standing: Standing): Told {
  const { indicator, region, days, reading, said } = claim;
  const opened = (formula: typeof indicator.formula): Known => ground.open(formula, region, days).value;
  const known = (value: Known): Known => ('unknown' in standing.now ? standing.now : value);
  switch (said) {
    case 'value':
      return { values: [standing.now] };
    case 'growth':
      return { values: [growthOf(standing)] };
    case 'net':
      return { values: [standing.net === null || againstSamePeriod(reading) ? changeOf(standing) : standing.net] };
    case 'share':
      return { values: [known(opened(shareFormula(indicator.formula)))] };
    case 'rank': {
      const ofValue = known(opened(rankFormula(indicator.formula)));
      // 同比增长12%，居全市第3位 may rank the growth or the thing.
      return {
        values: /增速|增幅|增长率/.test(reading.indicator)
          ? [ofValue, known(opened(rankFormula(growthFormula(indicator.formula))))]
          : [ofValue],
      };
    }
    case 'target': {
      const aim = ground.aim(indicator.id, region, Number(days.from.slice(0, 4)));
      return aim === undefined ? { values: [] } : { values: [{ known: aim.value }], source: aim.document };
    }
  }
}

/** 2025年, 2025年上半年, 2025年1月至9月. */
function timeWords({ from, to }: LedgerClaim['days']): string {
  const [year, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (year !== last) return `${year}至${last}年`;
  if (to.endsWith('-12-31')) return `${year}年`;
  return to.endsWith('-06-30') ? `${year}年上半年` : `${year}年截至${Number(to.slice(5, 7))}月${Number(to.slice(8))}日`;
}

function placeIn(ground: Ground, claim: LedgerClaim, told: Told, known: string | null): LedgerPlace {
  const { indicator, region, days, said } = claim;
  return {
    indicator: indicator.id,
    name: indicator.name,
    region,
    regionName: ground.regionName(region),
    from: days.from,
    to: days.to,
    known,
    reading: said === 'value' ? '值' : saidName(said, region),
    source: told.source ?? ground.sourceOf(indicator.id),
    says: ground.inWords(indicator.formula),
  };
}

const knownOf = (value: Known): Rational[] => ('known' in value ? [value.known] : []);

/** What the printed value is instead: another place's or last year's. */
function takenFrom(claim: LedgerClaim, stated: Measured, standing: Standing): string {
  if (claim.said !== 'value' || !('known' in standing.before) || !canBeEqual(pointRange(standing.before.known), stated.range)) return '';
  return `；${valueText(stated)}与台账上年同期的数相同，可能误用了上年的数`;
}

function held(ground: Ground, claim: LedgerClaim, all: readonly Measured[], known: string | null): Relation | undefined {
  const { index, indicator, region, days, said } = claim;
  const stated = all[index];
  if (stated === undefined) return undefined;
  const standing = standingOf(ground, indicator, region, days);
  const told = toldBy(ground, claim, standing);
  const [first] = told.values;
  if (first === undefined) return undefined;
  const ledger = placeIn(ground, claim, told, known);
  const formula = `台账·${ledger.regionName}${timeWords(days)}${indicator.name}${saidName(said, region)}`;
  const candidates = told.values.flatMap(knownOf);
  const value = candidates.find((one) => canBeEqual(pointRange(one), stated.range)) ?? candidates[0];
  if (value === undefined) {
    const why = 'unknown' in first ? first.unknown : '';
    const values = { computed: null, stated: numeral(stated.value), deviation: null, tolerance: null, print: printOf(stated) };
    const finding = { verdict: 'cannot tell', weight: null, note: `台账说不出：${why}` } as const;
    return { type: 'ledger', spans: [spanOf(stated)], quotes: [quoteOf(stated)], formula, ...values, ...finding, ledger };
  }
  // Alone on its page: the ledger's value can't have been copied from another place of the text.
  const found = judge({ type: 'ledger', members: [], stated, formula, compute: () => pointRange(value), bond: 'sure' }, [stated]);
  if (found === undefined) return undefined;
  if (found.verdict !== 'inconsistent') return { ...found, ledger };
  if (!claim.isSure || candidates.length > 1) {
    const said = `台账为${printed(value, found.print)}，文中为${valueText(stated)}；名称或时点不能完全对上，请核对口径`;
    return { ...found, verdict: 'cannot tell', weight: null, note: said, ledger };
  }
  return { ...found, note: `${found.note}${takenFrom(claim, stated, standing)}`, ledger };
}

export interface Held {
  readonly claim: LedgerClaim;
  readonly relation: Relation;
}

/** Every claim that the ledger can be asked about, in the order of the text. */
export function holdAgainst(ground: Ground, claims: readonly LedgerClaim[], readings: readonly Reading[], known: string | null): Held[] {
  const all = readings.map(measured);
  return claims.flatMap((claim) => {
    const relation = held(ground, claim, all, known);
    return relation === undefined ? [] : [{ claim, relation }];
  });
}

/** What was right when it was written is no error of the text, and not what the ledger says today either. */
export function revisedSince({ relation }: Held, day: string): Relation {
  const now = relation.computed === null ? '' : `，现为${printed(decimal(relation.computed), relation.print)}`;
  return {
    ...relation,
    verdict: 'cannot tell',
    weight: null,
    note: `与${writtenDay(day)}已知的台账相符；台账后来补记或修订过${now}。再次引用时请用现在的数，或写明按哪一天的台账`,
  };
}
