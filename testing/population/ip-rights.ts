// The rights of a technology firm: those that its applications rely on, and some more.
import type { IpKindCode } from '#vocabularies/enterprises/ip-kinds.ts';
import { ipNumber } from './codes.ts';
import { dayBefore, dayBetween, plusYears } from './days.ts';
import type { Profile } from './profile.ts';
import { Random } from './random.ts';
import type { Application } from './recognition.ts';
import type { Day, IpRight, RecognitionApplication } from './types.ts';
import { inventions } from './words.ts';

const lifetimes: Partial<Record<IpKindCode, number>> = {
  INVENTION_PATENT: 17,
  UTILITY_MODEL: 9,
  DESIGN: 14,
  IC_LAYOUT: 9,
  SOFTWARE_COPYRIGHT: 49,
  TRADEMARK: 10,
};

function kindFor(random: Random, field: string, quality: number): IpKindCode {
  const isSoftware = field.startsWith('101') || field.startsWith('5');
  return random.weighted<IpKindCode>([
    ['INVENTION_PATENT', 6 + quality * 14],
    ['UTILITY_MODEL', isSoftware ? 12 : 55],
    ['SOFTWARE_COPYRIGHT', isSoftware ? 70 : 18],
    ['DESIGN', isSoftware ? 1 : 7],
    ['TRADEMARK', 3],
    ['IC_LAYOUT', field.startsWith('102') ? 6 : 0],
  ]);
}

function title(random: Random, kind: IpKindCode, field: string): string {
  const thing = random.pick(inventions[field.charAt(0)] ?? inventions[8] ?? []);
  if (kind === 'SOFTWARE_COPYRIGHT') return `${thing}软件V${random.whole(1, 4)}.0`;
  if (kind === 'TRADEMARK') return `“${thing}”商标`;
  return kind === 'DESIGN'
    ? thing
    : `一种${random.pick(['', '高效', '智能', '新型', '可拆卸', '低能耗'])}${thing}${random.pick(['', '及其制备方法', '的控制方法', '的安装结构'])}`;
}

export interface Rights {
  readonly rights: readonly IpRight[];
  readonly applications: readonly RecognitionApplication[];
}

/** Class II rights are used once only; a file refused for R06 uses the same ones again, or none that is core. */
const counted = (right: IpRight): boolean => right.kind !== 'TRADEMARK';
const isClassOne = (right: IpRight): boolean => right.kind === 'INVENTION_PATENT' || right.kind === 'IC_LAYOUT';

/** Numbers count on over all firms, so that no two rights share one. */
export class IpOffice {
  #serial = 0;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  #grant(random: Random, profile: Profile, from: Day, to: Day, isCore: boolean): IpRight {
    const field = profile.field ?? '80';
    const kind = kindFor(random, field, profile.quality);
    const first = plusYears(profile.foundedOn, 1) > from ? plusYears(profile.foundedOn, 1) : from;
    const grantedOn = dayBetween(random, first < to ? first : dayBefore(to), to);
    this.#serial += 1;
    return {
      number: ipNumber(kind, Number(grantedOn.slice(0, 4)), this.#serial),
      kind,
      name: title(random, kind, field),
      acquisition: random.chance(0.93) ? 'SELF_DEVELOPED' : 'TRANSFERRED',
      grantedOn,
      validTo: plusYears(grantedOn, lifetimes[kind] ?? 10),
      coreToMainProduct: isCore && kind !== 'TRADEMARK',
    };
  }

  /** Rights of a firm and the applications with the numbers that they rely on. */
  rightsOf(profile: Profile, applications: readonly Application[], lastYear: number): Rights {
    const random = new Random(this.#seed, 3, profile.serial);
    const rights: IpRight[] = [];
    const filed: RecognitionApplication[] = [];
    for (const application of applications) {
      const before = dayBefore(application.submittedOn);
      const reuses = application.reasons.includes('R06');
      const older = rights.filter((right) => counted(right) && (isClassOne(right) || reuses)).map((right) => right.number);
      const wanted = reuses && older.length > 0 ? 1 : random.whole(3, 6 + Math.round(profile.quality * 10));
      const fresh = Array.from({ length: wanted }, (_, i) =>
        this.#grant(random, profile, `${application.year - 4}-01-01`, before, !reuses && (i < 2 || random.chance(0.7))),
      );
      rights.push(...fresh);
      filed.push({ ...application, ipRights: [...older, ...fresh.filter(counted).map((right) => right.number)] });
    }
    const others = profile.isTechnology ? random.whole(0, Math.round(2 + profile.quality * Math.min(12, profile.staff / 12))) : 0;
    const [from, to] = [`${lastYear - 6}-01-01`, `${lastYear}-12-31`];
    if (plusYears(profile.foundedOn, 1) < to) {
      for (let i = 0; i < others; i += 1) rights.push(this.#grant(random, profile, from, to, random.chance(0.4)));
    }
    return { rights: rights.sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1)), applications: filed };
  }
}
