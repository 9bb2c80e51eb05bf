// What other modules may use of calculations: the address of a calculation with inputs filled in.
import { cargoKey, plainCargo } from './model/link.ts';

/** `face` is what stands before `/calculations`: empty for staff, `/desk`, `/public`. */
export function calculationHref(face: '' | '/desk' | '/public', id: string, document: unknown): string {
  return `${face}/calculations/${encodeURIComponent(id)}${cargoKey}${plainCargo(document)}`;
}
