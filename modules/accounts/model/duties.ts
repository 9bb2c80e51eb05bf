// Which roles may stand together in one account, and whether an account sits where its role belongs.
import { type Line, lineNames, lineOf, type OfficeKind, officeKinds, type RoleId, roles } from './roles.ts';

/** Where an account sits. */
export interface Seated {
  readonly officeKind: OfficeKind | null;
  readonly party: string | null;
}

/** The one line of duty of the roles; null without roles. Two lines are a mistake that `dutyProblem` tells first. */
export const lineOfRoles = (held: readonly RoleId[]): Line | null => (held[0] === undefined ? null : lineOf(held[0]));

function roleSeatProblem(role: RoleId, seated: Seated): string | undefined {
  const { name, seat } = roles[role];
  if (seat === 'party') return seated.party === null ? `「${name}」须关联一家企业或单位，请先在账户中选定。` : undefined;
  if (seated.party !== null) return `企业账户只能是「${roles.enterprise.name}」，不能授予「${name}」。`;
  if (seat === 'alone') return seated.officeKind === null ? undefined : `「${name}」不隶属任何机构，请另开账户。`;
  if (seated.officeKind !== null && seat.includes(seated.officeKind)) return undefined;
  const where = seat.map((kind) => officeKinds[kind]).join('、');
  return `「${name}」只能授予${where}的账户${seated.officeKind === null ? '' : `，该账户在${officeKinds[seated.officeKind]}`}。`;
}

/** Why an account of the line may not sit there; undefined when it may. Business accounts without office or party are experts'. */
export function seatProblem(line: Line, seated: Seated): string | undefined {
  const { officeKind, party } = seated;
  if (officeKind !== null && party !== null) return '账户隶属机构或关联企业，只能居其一。';
  if (line === 'business') {
    return officeKind === 'administration' ? `${officeKinds.administration}只设管理员账户，业务账户请选业务机构。` : undefined;
  }
  return officeKind === 'administration' ? undefined : `${lineNames[line]}账户须隶属${officeKinds.administration}。`;
}

/** Why an account may not hold these roles together; undefined when it may. */
export function dutyProblem(held: readonly RoleId[], seated: Seated): string | undefined {
  const [first, ...others] = held;
  if (first === undefined) return undefined;
  const stranger = others.find((role) => lineOf(role) !== lineOf(first));
  if (stranger !== undefined) {
    const both = [lineOf(first), lineOf(stranger)].map((line) => lineNames[line]).join('与');
    return `一个账户不能同时承担${both}：「${roles[first].name}」和「${roles[stranger].name}」须由不同的人担任。`;
  }
  for (const role of held) {
    const problem = roleSeatProblem(role, seated);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
