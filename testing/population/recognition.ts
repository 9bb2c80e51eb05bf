// Who applies to be recognised as a high-tech enterprise, year by year, and what comes of it.
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { certificateNumber } from './codes.ts';
import { afterWorkdays, dayBefore, dayBetween, plusYears, workdayOn } from './days.ts';
import type { Profile } from './profile.ts';
import { Random } from './random.ts';
import { reasonsOf } from './rejections.ts';
import type { Day, HeldTitle, RecognitionApplication } from './types.ts';

/** An application before its rights are put to it. */
export type Application = Omit<RecognitionApplication, 'ipRights'>;

export interface Recognition {
  readonly applications: Application[];
  readonly titles: HeldTitle[];
}

export interface Span {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly seed: number;
}

/** Three years before the first, so that certificates are in force when the histories begin. */
const warmUp = 3;
/** Share of all firms aimed at; revocations and closings leave about 8.5 % holding a certificate at the end of the last year. */
const heldShare = 0.0905;
const yearlyGrowth = 1.085;

interface Candidate {
  readonly profile: Profile;
  readonly recognition: Recognition;
  /** Last day of the certificate in force. */
  heldUntil: Day | null;
  refusedIn: number | null;
}

/** City-wide share of applications granted: rising over the years, from about three fifths to about three quarters. */
const cityRate = (year: number, lastYear: number): number => Math.max(0.56, 0.74 - 0.035 * (lastYear - year));

function countyRate(random: Random, offset: number, year: number, lastYear: number): number {
  return Math.min(0.84, Math.max(0.56, cityRate(year, lastYear) + offset + random.between(-0.03, 0.03)));
}

/** Applications of the last year, so that the certificates of the last three years make up the share held. */
function lastYearApplications(count: number): number {
  const granted = [0, 1, 2].reduce((sum, back) => sum + (0.74 - 0.035 * back) / yearlyGrowth ** back, 0);
  return (heldShare * count) / granted;
}

const isAlive = ({ status, statusSince }: Profile, year: number): boolean => status === 'active' || (statusSince ?? '') > `${year}-12-31`;

/** Applicants of a county and year: certificates that run out, those refused last year, then newcomers, the readiest first. */
function applicants(random: Random, candidates: readonly Candidate[], year: number, target: number): Candidate[] {
  const alive = candidates.filter(({ profile, heldUntil }) => {
    const isFree = heldUntil === null || heldUntil <= `${year}-12-31`;
    return isFree && isAlive(profile, year) && profile.foundedOn <= `${year - 1}-03-31`;
  });
  const due = alive.filter(({ heldUntil }) => heldUntil?.startsWith(`${year}-`) === true && random.chance(0.9));
  const again = alive.filter((each) => each.heldUntil === null && each.refusedIn === year - 1 && random.chance(0.55));
  const before = new Set([...due, ...again]);
  const readiness = new Map(
    alive.map((each) => [each, each.profile.quality + 0.12 * Math.log(each.profile.staff) + random.between(0, 0.6)] as const),
  );
  const fresh = alive.filter((each) => !before.has(each)).sort((a, b) => (readiness.get(b) ?? 0) - (readiness.get(a) ?? 0));
  const tooYoung = candidates.filter(({ profile }) => profile.foundedOn > `${year - 1}-09-01` && profile.foundedOn < `${year}-02-01`);
  const young = target >= 20 && random.chance(0.4) ? tooYoung.slice(0, 1) : [];
  return [...before, ...young, ...fresh.slice(0, Math.max(0, target - before.size - young.length))];
}

interface Steps {
  readonly submittedOn: Day;
  readonly countyReviewedOn: Day;
  readonly cityReviewedOn: Day;
  readonly recommendedOn: Day;
}

function steps(random: Random, year: number): Steps {
  const submittedOn = workdayOn(dayBetween(random, `${year}-04-15`, `${year}-08-31`));
  // Ten working days are allowed at each level; a few take longer.
  const countyReviewedOn = afterWorkdays(submittedOn, random.chance(0.07) ? random.whole(11, 18) : random.whole(2, 10));
  const cityReviewedOn = afterWorkdays(countyReviewedOn, random.chance(0.04) ? random.whole(11, 15) : random.whole(2, 10));
  return { submittedOn, countyReviewedOn, cityReviewedOn, recommendedOn: afterWorkdays(cityReviewedOn, random.whole(1, 5)) };
}

/** The province announces in two batches in December; a renewal begins the day after the old certificate ends. */
function issueDay(random: Random, year: number, heldUntil: Day | null): Day {
  const batch = workdayOn(random.chance(0.6) ? `${year}-12-04` : `${year}-12-18`);
  const earliest = heldUntil === null ? batch : workdayOn(plusDay(heldUntil));
  return earliest > batch && earliest.startsWith(`${year}-`) ? earliest : batch;
}

const plusDay = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const revocations = [
  '抽查不符合高新技术企业认定条件',
  '累计两年未报送年度发展情况报表',
  '更名或重大变化未在规定期限内报告',
  '企业重组后不再符合认定条件',
];

function certificate(random: Random, number: string, fromOn: Day, profile: Profile, lastYear: number): HeldTitle {
  const untilOn = dayBefore(plusYears(fromOn, 3));
  const title = { kind: 'HNTE' as const, number, fromOn, untilOn };
  if (
    profile.status !== 'active' &&
    profile.status !== 'moved' &&
    profile.statusSince !== null &&
    profile.statusSince <= untilOn &&
    profile.statusSince > fromOn
  ) {
    return { ...title, revokedOn: profile.statusSince, revokeReason: '企业已注销或被吊销营业执照' };
  }
  const [earliest, latest] = [plusYears(fromOn, 1), untilOn < `${lastYear}-12-31` ? untilOn : `${lastYear}-12-31`];
  if (earliest >= latest || !random.chance(0.018)) return { ...title, revokedOn: null, revokeReason: null };
  return { ...title, revokedOn: workdayOn(dayBetween(random, earliest, dayBefore(latest))), revokeReason: random.pick(revocations) };
}

/** The readiest are granted, as many as the county's rate says; too young a firm never is. */
function grantedOf(random: Random, applying: readonly Candidate[], year: number, rate: number): ReadonlySet<Candidate> {
  const fit = applying.filter(({ profile }) => profile.foundedOn <= `${year - 1}-04-14`);
  const merit = new Map(
    fit.map((each) => [each, each.profile.quality + (each.heldUntil === null ? 0 : 0.15) + random.between(0, 0.8)] as const),
  );
  const sorted = [...fit].sort((a, b) => (merit.get(b) ?? 0) - (merit.get(a) ?? 0));
  return new Set(sorted.slice(0, Math.round(applying.length * rate)));
}

function grant(random: Random, candidate: Candidate, year: number, number: string, lastYear: number): void {
  const { profile, recognition, heldUntil } = candidate;
  const at = steps(random, year);
  const decidedOn = issueDay(random, year, heldUntil);
  const granted = certificate(random, number, decidedOn, profile, lastYear);
  recognition.titles.push(granted);
  const score = Math.min(96, Math.round(72 + profile.quality * 16 + random.between(0, 8)));
  const outcome = { outcome: 'granted', stoppedAt: null, reasons: [], score, certificate: number } as const;
  recognition.applications.push({ year, isRenewal: heldUntil !== null, ...at, decidedOn, ...outcome });
  candidate.heldUntil = granted.revokedOn === null ? granted.untilOn : dayBefore(granted.revokedOn);
  candidate.refusedIn = null;
}

const whereItEnds = [
  ['county', 22],
  ['city', 16],
  ['province', 62],
] as const;

function refuse(random: Random, candidate: Candidate, year: number): void {
  const { profile, recognition, heldUntil } = candidate;
  const isTooYoung = profile.foundedOn > `${year - 1}-04-14`;
  const stoppedAt = isTooYoung ? 'county' : random.weighted(whereItEnds);
  const at = steps(random, year);
  const reached = {
    countyReviewedOn: at.countyReviewedOn,
    cityReviewedOn: stoppedAt === 'county' ? null : at.cityReviewedOn,
    recommendedOn: stoppedAt === 'province' ? at.recommendedOn : null,
  };
  const decidedOn = stoppedAt === 'province' ? issueDay(random, year, heldUntil) : (reached.cityReviewedOn ?? reached.countyReviewedOn);
  recognition.applications.push({
    year,
    isRenewal: heldUntil !== null,
    submittedOn: at.submittedOn,
    ...reached,
    decidedOn,
    outcome: 'refused',
    stoppedAt,
    reasons: isTooYoung ? ['R10'] : [],
    // Only the province's experts score; the reasons then fix on which side of the line.
    score: stoppedAt === 'province' ? random.whole(52, 82) : null,
    certificate: null,
  });
  candidate.refusedIn = year;
  if (heldUntil?.startsWith(`${year}-`)) candidate.heldUntil = null;
}

/** Recognition of every technology firm that ever applied, by serial. */
export function recognise(profiles: readonly Profile[], span: Span): ReadonlyMap<number, Recognition> {
  const byCounty = new Map(demonstrationCounties.map(({ code }) => [code, [] as Candidate[]]));
  for (const profile of profiles) {
    if (!profile.isTechnology) continue;
    byCounty.get(profile.region)?.push({ profile, recognition: { applications: [], titles: [] }, heldUntil: null, refusedIn: null });
  }
  const all = [...byCounty.values()].flat();
  const last = lastYearApplications(profiles.length);
  for (let year = span.firstYear - warmUp; year <= span.lastYear; year += 1) {
    let serial = 0;
    for (const [index, { code }] of demonstrationCounties.entries()) {
      const random = new Random(span.seed, 7, year, index);
      // What sets a county apart stays the same over the years.
      const own = new Random(span.seed, 8, index);
      const [pace, offset] = [own.between(0.985, 1.03), own.between(-0.06, 0.06)];
      const candidates = byCounty.get(code) ?? [];
      const target = Math.round((last * candidates.length) / Math.max(1, all.length) / (yearlyGrowth * pace) ** (span.lastYear - year));
      const applying = applicants(random, candidates, year, target);
      const granted = grantedOf(random, applying, year, countyRate(random, offset, year, span.lastYear));
      for (const candidate of applying) {
        if (granted.has(candidate)) {
          serial += 1;
          grant(random, candidate, year, certificateNumber(year, serial), span.lastYear);
        } else refuse(random, candidate, year);
      }
    }
  }
  return new Map(
    all.filter((each) => each.recognition.applications.length > 0).map((each) => [each.profile.serial, withReasons(each, span)]),
  );
}

/** Reasons can only be told when all of a firm's applications are known: what is granted one year cannot have failed for it the year before. */
function withReasons({ profile, recognition }: Candidate, span: Span): Recognition {
  const random = new Random(span.seed, 9, profile.serial);
  const applications = recognition.applications.map((each) =>
    each.outcome === 'granted' ? each : reasonsOf(random, each, recognition.applications),
  );
  return {
    applications: applications.filter((each) => each.year >= span.firstYear),
    titles: recognition.titles.filter((title) => title.untilOn >= `${span.firstYear}-01-01`),
  };
}
