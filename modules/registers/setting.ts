// What registers are given by whoever composes the server: the catalogue and the regions of a root; and a register as one deployment has it.
import type { Register } from '#kernel/declare/register.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import { withRegions } from '#kernel/faces/regions.ts';
import type { Option } from '#kernel/fields/field.ts';

export interface RegistersSetting {
  readonly catalogue: Pick<Catalogue, 'registers'>;
  /** The root itself and its counties and zones, as places that a row may belong to. */
  regionsOf(root: string): readonly Option[];
}

const localised = new WeakMap<Register, Map<string, Register>>();

/** The register with the regions of the root as options of its region fields; made once, for schemas are remembered by field. */
export function registerIn(setting: RegistersSetting, register: Register, root: string): Register {
  const known = localised.get(register) ?? new Map<string, Register>();
  localised.set(register, known);
  const cached = known.get(root);
  if (cached !== undefined) return cached;
  const regions = setting.regionsOf(root);
  const { yearly } = register;
  const own: Register = {
    ...register,
    form: withRegions(register.form, regions),
    ...(yearly === undefined ? {} : { yearly: { ...yearly, form: withRegions(yearly.form, regions) } }),
  };
  known.set(root, own);
  return own;
}

export const findRegister = (setting: RegistersSetting, id: string): Register | undefined =>
  setting.catalogue.registers.find((register) => register.id === id);
