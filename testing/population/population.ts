// The demonstration population: some twenty thousand invented enterprises of 澜江市 with their histories, the same for the same options.
import { amount, fenOf } from './amounts.ts';
import { smeNumber, wrongCreditCode } from './codes.ts';
import { dayBefore, dayBetween, workdayOn } from './days.ts';
import { type TrueYear, trueYears } from './economy.ts';
import { stated } from './finance.ts';
import { IpOffice } from './ip-rights.ts';
import { address, contact, firmName, nameVariant, personName } from './names.ts';
import { type Profile, profiles } from './profile.ts';
import { Random } from './random.ts';
import { type Application, type Recognition, recognise } from './recognition.ts';
import type { Contact, Day, Enterprise, Flaw, HeldTitle, PopulationOptions } from './types.ts';

export type * from './types.ts';

export const usualCount = 20_000;
const usualYears = 5;
const usualSeed = 990_100;

/** Records that repeat another firm, and credit codes typed wrongly, in a thousand. */
const duplicatesPerThousand = 6;
const wrongCodesPerThousand = 1.5;

interface Setting {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly seed: number;
}

function settingOf({ asOf, years = usualYears, seed = usualSeed }: PopulationOptions): Setting {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new RangeError(`asOf must be a day, not ${asOf}`);
  const lastYear = Number(asOf.slice(0, 4)) - 1;
  return { firstYear: lastYear - years + 1, lastYear, seed };
}

/** By staff and sales, after the manufacturing line of 统计上大中小微型企业划分办法（2017）, for all industries alike. */
function scaleOf(year: TrueYear | undefined): Enterprise['scale'] {
  if (year === undefined) return 'micro';
  const isAtLeast = (staff: number, yuan: number) => year.staff >= staff && year.sales >= fenOf(yuan);
  if (isAtLeast(1_000, 400_000_000)) return 'large';
  if (isAtLeast(300, 20_000_000)) return 'medium';
  return isAtLeast(20, 3_000_000) ? 'small' : 'micro';
}

/** Industry from 20 million yuan of sales; services from 20 million too, a line between the several of them. */
const isAboveScale = (year: TrueYear | undefined): boolean => year !== undefined && year.sales >= fenOf(20_000_000);

const smeLimit = fenOf(200_000_000);

/** 科技型中小企业: entered anew each year, valid to its end (国科发政〔2017〕115号: 500 people, 200 million of sales and of assets). */
class SmeRegister {
  readonly #serials = new Map<number, number>();

  titlesOf(random: Random, profile: Profile, years: readonly TrueYear[], { firstYear }: Setting): HeldTitle[] {
    if (!profile.isTechnology) return [];
    const titles: HeldTitle[] = [];
    for (const { year, staff, sales, totalAssets } of years) {
      if (year < firstYear || staff > 500 || sales > smeLimit || totalAssets > smeLimit) continue;
      if (!random.chance(0.35 + profile.quality * 0.45)) continue;
      const serial = (this.#serials.get(year) ?? 0) + 1;
      const fromOn = workdayOn(dayBetween(random, `${year}-05-10`, `${year}-10-25`));
      if (fromOn <= profile.foundedOn) continue;
      this.#serials.set(year, serial);
      titles.push({
        kind: 'TECH_SME',
        number: smeNumber(year, profile.region, serial),
        fromOn,
        untilOn: `${year}-12-31`,
        revokedOn: null,
        revokeReason: null,
      });
    }
    return titles;
  }
}

function contactsOf(random: Random, profile: Profile, legalPerson: string): Contact[] {
  const base = profile.serial * 3;
  const contacts = [contact('liaison', personName(random), base)];
  if (profile.staff >= 20) contacts.push(contact('principal', legalPerson, base + 1));
  if (profile.isTechnology) contacts.push(contact(random.chance(0.5) ? 'technology' : 'finance', personName(random), base + 2));
  return contacts;
}

function formerNamesOf(random: Random, profile: Profile, { firstYear, lastYear }: Setting): Enterprise['formerNames'] {
  const from = `${firstYear}-01-10`;
  if (profile.foundedOn >= from || !random.chance(0.015)) return [];
  return [
    { name: firmName(random, profile.region, profile.words, false), until: dayBefore(dayBetween(random, from, `${lastYear}-12-20`)) },
  ];
}

const lastFullYear = (profile: Profile, lastYear: number): number =>
  profile.statusSince === null ? lastYear : Number(profile.statusSince.slice(0, 4)) - 1;

function enterprise(
  profile: Profile,
  past: Recognition | undefined,
  setting: Setting,
  office: IpOffice,
  register: SmeRegister,
): Enterprise {
  const { firstYear, lastYear, seed } = setting;
  const random = new Random(seed, 4, profile.serial);
  const asked: readonly Application[] = past?.applications ?? [];
  const from = asked.length > 0 ? firstYear - 3 : firstYear;
  const years = trueYears(profile, asked, { from, to: lastFullYear(profile, lastYear), lastYear, seed });
  const last = years.at(-1);
  const aboveScale = isAboveScale(last);
  const { rights, applications } = office.rightsOf(profile, asked, lastYear);
  const legalPerson = personName(random);
  const isWrong = random.chance(wrongCodesPerThousand / 1_000);
  const titles = [...(past?.titles ?? []), ...register.titlesOf(random, profile, years, setting)];
  return {
    serial: profile.serial,
    uscc: isWrong ? wrongCreditCode(profile.uscc) : profile.uscc,
    name: profile.name,
    formerNames: formerNamesOf(random, profile, setting),
    region: profile.region,
    status: profile.status,
    statusSince: profile.statusSince,
    legalPerson,
    address: address(random, profile.region),
    registeredCapital: amount(fenOf(Math.max(10, Math.round(random.skewed(200, 1))) * 10_000)),
    foundedOn: profile.foundedOn,
    industry: profile.words.division,
    field: profile.field,
    scale: scaleOf(last),
    aboveScale,
    contacts: contactsOf(random, profile, legalPerson),
    finance: stated(years, asked, aboveScale, random.bits()),
    ipRights: rights,
    applications,
    titles: titles.sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
    flaw: isWrong ? { kind: 'wrong-check-character', right: profile.uscc } : null,
  };
}

/** A record of an old list: no code, a name written otherwise, one year of figures. */
function duplicate(serial: number, of: Enterprise, random: Random): Enterprise {
  const flaw: Flaw = { kind: 'duplicate', of: of.serial };
  const finance = of.finance.filter((each) => each.source === 'TAX').slice(-1);
  const contacts = [contact('liaison', personName(random), serial * 3)];
  return {
    ...of,
    serial,
    uscc: null,
    name: nameVariant(random, of.name),
    formerNames: [],
    contacts,
    finance,
    ipRights: [],
    applications: [],
    titles: [],
    flaw,
  };
}

/** Last day of the histories. */
export function historyEnds(asOf: Day): Day {
  return `${Number(asOf.slice(0, 4)) - 1}-12-31`;
}

/** Enterprises one by one in the order of their serials. Each call gives the same ones again. */
export function* population(options: PopulationOptions): Generator<Enterprise, void, undefined> {
  const { count = usualCount } = options;
  const setting = settingOf(options);
  const duplicates = Math.round((count * duplicatesPerThousand) / 1_000);
  const firms = profiles(count - duplicates, setting.seed, setting.lastYear);
  const recognitions = recognise(firms, setting);
  const office = new IpOffice(setting.seed);
  const register = new SmeRegister();
  const random = new Random(setting.seed, 5);
  const repeated = new Set<number>();
  while (repeated.size < duplicates) repeated.add(random.whole(0, firms.length - 1));
  const originals: Enterprise[] = [];
  for (const firm of firms) {
    const made = enterprise(firm, recognitions.get(firm.serial), setting, office, register);
    if (repeated.has(firm.serial)) originals.push(made);
    yield made;
  }
  for (const [index, original] of originals.entries()) yield duplicate(firms.length + index, original, random);
}
