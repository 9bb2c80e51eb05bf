// Opens a register for an action: it must exist for the person, and its circle is entered for the rest of the transaction.
import type { Register } from '#kernel/declare/register.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { cityOnly, notOwnRegion } from '../errors.ts';
import { findRegister, type RegistersSetting, registerIn } from '../setting.ts';
import { enterCircles } from '../store/circles.ts';
import { getRow } from '../store/read-rows.ts';
import type { RowRow } from '../store/tables.ts';

export async function openRegister(context: ActionContext, setting: RegistersSetting, id: string): Promise<Register> {
  const register = findRegister(setting, id);
  // Who may not see it is not told that it is there.
  if (register === undefined || (register.seenBy !== undefined && !context.may(register.seenBy))) throw notFound('该台账');
  await enterCircles(context.db, setting, context.may);
  return registerIn(setting, register, context.actor.root);
}

export async function openRow(
  context: ActionContext,
  setting: RegistersSetting,
  id: string,
  lock = false,
): Promise<{ readonly register: Register; readonly row: RowRow }> {
  await enterCircles(context.db, setting, context.may);
  const row = await getRow(context.db, id, lock);
  return { register: await openRegister(context, setting, row.register), row };
}

export const mayWrite = ({ actor }: Pick<ActionContext, 'actor'>, register: Register, region: string): boolean =>
  actor.scope !== 'regions' || (register.region !== undefined && actor.regions.includes(region));

/** The database refuses it too, but less kindly. */
export function needWrite(context: ActionContext, register: Register, region: string): void {
  if (mayWrite(context, register, region)) return;
  throw register.region === undefined ? cityOnly(register.name) : notOwnRegion();
}

/** A look into a register that few may see is written to the trail. */
export async function noteLook(context: ActionContext, register: Register, what: string, id: string): Promise<void> {
  if (register.seenBy !== undefined) await context.trail(`查看${register.name}${what}`, { kind: 'register', id });
}
