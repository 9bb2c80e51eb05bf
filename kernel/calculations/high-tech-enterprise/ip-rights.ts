// Which intellectual property an applicant may use: of class I or II, owned, granted, in force and, for class II, unused.
import { all, atLeast, type Day, isFalse, isTrue, known, type Status, statusOf } from '../frame/index.ts';
import { ipClassOf } from '../ip-kinds.ts';
import type { HighTechInput, IpRight } from './input.ts';

/** 195号 adds national defence patents to class I. */
export function classOf({ kind }: IpRight): 'I' | 'II' | undefined {
  const ipClass = ipClassOf(kind);
  return ipClass === 'NATIONAL_DEFENCE' ? 'I' : ipClass;
}

function usability(right: IpRight, applicationDate: Day): Status {
  const ipClass = classOf(right);
  return all(
    statusOf(ipClass !== undefined),
    known([right.acquisition], (way) => way !== 'EXCLUSIVE_LICENCE'),
    isTrue(right.granted),
    atLeast(right.validTo, applicationDate),
    ipClass === 'II' ? isFalse(right.usedBefore) : 'met',
  );
}

export interface JudgedRight {
  readonly right: IpRight;
  readonly usable: Status;
}

/** Null while the list itself is unknown. */
export function judgedRights({ ipRights, applicationDate }: Pick<HighTechInput, 'ipRights' | 'applicationDate'>): JudgedRight[] | null {
  return ipRights?.map((right) => ({ right, usable: usability(right, applicationDate) })) ?? null;
}
