// Who may apply because it holds a title: what the register knows on the day counts, not what an applicant says.
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { heldOn } from '#kernel/declare/holding.ts';
import { knownFacts } from '#modules/registry/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notHolder } from '../errors.ts';

export async function requireHolder({ db, today }: ActionContext, { holder }: Dossier, party: string): Promise<void> {
  if (holder === undefined) return;
  const held = heldOn(await knownFacts(db, party, today), holder.title, today);
  if (held === null) throw notHolder(holder.title.name, today, citationText(holder.cites));
}
