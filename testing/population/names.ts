// Names of firms and people, invented but plausible: 区市 + 字号 + 行业 + 组织形式.
import { demonstrationCity, demonstrationCounties, demonstrationProvince } from '#vocabularies/regions/demonstration-city.ts';
import type { Random } from './random.ts';
import type { Contact } from './types.ts';
import { type DivisionWords, givenFirst, givenSecond, streets, surnames, tradeFirst, tradeSecond } from './words.ts';

const bareName = (name: string): string => name.replace(/[省市]$/, '');
const countyNames = new Map(demonstrationCounties.map(({ code, name, short }) => [code, short ?? name]));

const forms = [
  ['有限公司', 84],
  ['有限责任公司', 8],
  ['股份有限公司', 3],
  ['集团有限公司', 2],
  ['（有限合伙）', 3],
] as const;

export function firmName(random: Random, region: string, words: DivisionWords, isLarge: boolean): string {
  const place = random.weighted([
    [`${bareName(demonstrationCity.name)}`, 45],
    [demonstrationCity.name, 20],
    [bareName(demonstrationProvince.name), isLarge ? 30 : 10],
    [`${demonstrationCity.name}${countyNames.get(region) ?? ''}`, 8],
  ]);
  const trade = random.pick(tradeFirst) + random.pick(tradeSecond) + (random.chance(0.12) ? random.pick(tradeSecond) : '');
  const form = isLarge && random.chance(0.3) ? '股份有限公司' : random.weighted(forms);
  return place + trade + random.pick(words.words) + (form === '（有限合伙）' ? `中心${form}` : form);
}

/** The name as another list might have it: brackets, place or legal form written otherwise. */
export function nameVariant(random: Random, name: string): string {
  const city = demonstrationCity.name;
  const bare = bareName(city);
  const variants = [
    name.replace('有限责任公司', '有限公司'),
    name.replace(/(?<!责任)有限公司$/, '有限责任公司'),
    name.startsWith(city) ? bare + name.slice(city.length) : name.startsWith(bare) ? city + name.slice(bare.length) : `${bare}${name}`,
    name.replace('（', '(').replace('）', ')'),
    `${name.slice(0, 2)} ${name.slice(2)}`,
  ].filter((variant) => variant !== name);
  return random.pick(variants);
}

export function personName(random: Random): string {
  const second = random.pick(givenSecond);
  return random.pick(surnames) + (random.chance(0.75) ? random.pick(givenFirst) : '') + second;
}

export function address(random: Random, region: string): string {
  return `${demonstrationCity.name}${countyNames.get(region) ?? ''}${random.pick(streets)}${random.whole(1, 299)}号`;
}

/** Telephone numbers count through a range that no operator has given out. */
export function contact(duty: Contact['duty'], name: string, serial: number): Contact {
  return {
    duty,
    name,
    phone: `1990000${String(serial % 10_000).padStart(4, '0')}`,
    email: `lx${String(serial).padStart(6, '0')}@example.com`,
  };
}
