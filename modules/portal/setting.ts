// What the portal is given by whoever composes the server: the other modules' settings, the places of a root, whose site it is.
import type { CaseworkSetting } from '#modules/casework/contract.ts';
import type { RegistersSetting } from '#modules/registers/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';

export interface PortalSetting {
  readonly casework: CaseworkSetting;
  readonly registers: RegistersSetting;
  /** The root's counties and zones. */
  placesOf(root: string): readonly { readonly code: string; readonly name: string }[];
  /** Name of the bureau, and whether the data are made up. */
  bureauOf(context: ActionContext): Promise<{ readonly name: string; readonly isDemo: boolean }>;
  /** Seals the moment at which a form was given out, so that nobody can write it himself. */
  readonly seal: { seal(plain: string, place: string): string; open(stored: string, place: string): string };
}
