// Values from outside of the demonstration, by county, city and province: output, research, people and what else is published. All of it is made up.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { apportion } from '#kernel/exact/apportion.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { loadOutside } from '#modules/figures/seeds.ts';
import {
  demonstrationCity,
  demonstrationCounties,
  demonstrationProvince,
  demonstrationSisters,
} from '#vocabularies/regions/demonstration-city.ts';

export const gdp = '地区生产总值';
export const research = '全社会研发经费支出';
const people = '常住人口';
export const yi = 100_000_000n;

/** Of the city, the province and the other cities, in 亿元 of output and ten-thousandths of it for research, and in 万人. All of it is made up. */
const cities: readonly (readonly [string, string, number, number, number])[] = [
  [demonstrationCity.code, demonstrationCity.name, 3_180, 214, 486],
  [demonstrationProvince.code, demonstrationProvince.name, 15_900, 176, 3_120],
  [demonstrationSisters[0].code, demonstrationSisters[0].name, 4_260, 189, 640],
  [demonstrationSisters[1].code, demonstrationSisters[1].name, 1_740, 121, 395],
  [demonstrationSisters[2].code, demonstrationSisters[2].name, 2_050, 158, 372],
];

const outputOf = (economy: number, i: number): bigint => BigInt(Math.round(economy * 1.055 ** i)) * yi;
const spentOf = (economy: number, research10000: number, i: number): bigint =>
  (outputOf(economy, i) * BigInt(research10000 + i * 5)) / 10_000n;

/** The counties share what the city has, to the last 万元: research by how technical they are, each a little better or worse by the year. */
function countyValues(years: readonly number[]) {
  const [, , economy, research10000] = cities[0] ?? ['', '', 0, 0, 0];
  return years.flatMap((year, i) => {
    const luck = (code: string): number => 1_000 + ((Number(code) * 7 + i * 13) % 37);
    const shares = (weigh: (county: (typeof demonstrationCounties)[number]) => number, total: bigint): bigint[] =>
      apportion(
        total / 10_000n,
        demonstrationCounties.map((county) => Rational.of(BigInt(Math.round(weigh(county))))),
      );
    const output = shares((one) => one.economy * luck(one.code), outputOf(economy, i));
    const spent = shares((one) => one.economy * Math.sqrt(one.technology) * luck(one.code), spentOf(economy, research10000, i));
    return demonstrationCounties.flatMap(({ code, name }, at) => {
      const row = { region: code, place: name, year, unit: '元' };
      return [
        { ...row, name: gdp, indicator: 'gdp', value: String((output[at] ?? 0n) * 10_000n) },
        { ...row, name: research, indicator: 'rd-expenditure', value: String((spent[at] ?? 0n) * 10_000n) },
      ];
    });
  });
}

function cityValues(years: readonly number[]) {
  return years.flatMap((year, i) =>
    cities.flatMap(([region, place, economy, research10000, population]) => {
      const row = { region, place, year };
      return [
        { ...row, unit: '元', name: gdp, indicator: 'gdp', value: String(outputOf(economy, i)) },
        { ...row, unit: '元', name: research, indicator: 'rd-expenditure', value: String(spentOf(economy, research10000, i)) },
        { ...row, unit: '人', name: people, indicator: 'population', value: String((population + i * 3) * 10_000) },
      ];
    }),
  );
}

/** By place as above, in 亿元 or things at the beginning, and growing by so much a year. The city's own firms are the ledger's to tell. */
const told: readonly (readonly [id: string, growth: number, ...byPlace: (number | null)[]])[] = [
  ['contract-value', 1.19, 61.3, 402, 118.6, 27.4, 35.2],
  ['fiscal-technology', 1.08, 14.6, 98.7, 21.3, 6.2, 8.4],
  ['fiscal-spending', 1.05, 486, 4_120, 603, 322, 351],
  ['high-tech-value-added', 1.11, 402, 1_870, 588, 131, 196],
  ['industrial-value-added', 1.07, 1_035, 5_240, 1_390, 470, 598],
  [[...catalogue.indicators.values()].find(({ formula }) => formula.kind === 'stock')?.id ?? '', 1.11, null, 4_680, 1_390, 402, 545],
];

function otherValues(years: readonly number[]) {
  return told.flatMap(([id, growth, ...byPlace]) => {
    const indicator = catalogue.published.get(id) ?? catalogue.indicators.get(id);
    if (indicator === undefined) return [];
    const { name, unit } = indicator;
    // A year a little better, a year a little worse, each place in its own turn.
    const luck = (i: number, at: number): number => 1 + (((i * 7 + at * 3 + growth * 100) % 5) - 2) / 160;
    const counted = (value: number): string =>
      unit === '元' ? String(BigInt(Math.round(value * 10_000)) * 10_000n) : String(Math.round(value));
    return years.flatMap((year, i) =>
      cities.flatMap(([region, place], at) => {
        const first = byPlace[at];
        return first == null ? [] : [{ region, place, year, unit, name, indicator: id, value: counted(first * growth ** i * luck(i, at)) }];
      }),
    );
  });
}

interface By {
  readonly root: string;
  readonly account: string;
  readonly name: string;
}

export async function seedOutside(db: Transaction<unknown>, by: By, years: readonly number[], today: string): Promise<void> {
  const now = Number(today.slice(0, 4));
  const recorded = { ...by, now: new Date(`${now}-01-15T10:00:00+08:00`) };
  await loadOutside(db, recorded, '澜江市统计资料（演示，数据均为虚构）', [
    ...countyValues(years),
    ...cityValues(years),
    ...otherValues(years),
  ]);
  if (today > `${now}-06-12`) {
    // The final accounts come in June: what last year's report told has been corrected since.
    const final = { ...by, now: new Date(`${now}-06-12T10:00:00+08:00`) };
    const first = otherValues(years).filter(
      ({ indicator, region, year }) => indicator === 'fiscal-technology' && region === by.root && year === now - 1,
    );
    const values = first.map((row) => ({ ...row, value: String((BigInt(row.value) * 1_014n) / 1_000n), reason: '按财政决算数更正' }));
    await loadOutside(db, final, '澜江市财政决算（演示，数据均为虚构）', values);
  }
}
