// Issues the documents that moves of cases make and sends messages, within the transaction of whoever asks.
import type { Transaction } from 'kysely';
import { canonicalOf } from '#kernel/calculations/document-number.ts';
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { mailIsOn } from '#platform/mail/mailer.ts';
import { type Agency, agencyOf, seriesCode } from './model/agency.ts';
import type { Facts, UnmetCondition } from './model/facts.ts';
import { type DocumentKind, isLaidOpen, kindMadeBy } from './model/kinds.ts';
import { digestText } from './model/mails.ts';
import { paperOf } from './model/templates.ts';
import type { OfficeDigest } from './setting.ts';
import { drawSerials, insertDocuments, type NewDocument } from './store/documents.ts';
import { insertMessages } from './store/messages.ts';
import type { MessageRow } from './store/tables.ts';
import { type Wordings, wordingsOf } from './store/wordings.ts';

/** One event of a case, with what a document about it has to say. */
export interface CaseMove {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly submittedOn: string | null;
  readonly programme: Programme;
  readonly dossier: Dossier;
  readonly event: CaseEvent;
  /** Stage that the case has come to by this event; null when it stays. */
  readonly entered: string | null;
  /** Last day of the correction that was asked for, or of the stage that was entered. */
  readonly dueOn: string | null;
  /** Conditions that don't hold; asked only for a letter that names them. */
  unmet(): readonly UnmetCondition[];
}

export interface Composing {
  regionName(code: string): string;
}

interface Draft {
  readonly kind: DocumentKind;
  readonly moves: readonly [CaseMove, ...CaseMove[]];
  readonly agency: Agency;
}

const refusing: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['non-acceptance', 'refusal']);

/** One document for each event that makes one; one publicity for all cases that are laid open together. */
function drafted(moves: readonly CaseMove[], agency: (move: CaseMove) => Agency): readonly Draft[] {
  const own = moves.flatMap((move): Draft[] => {
    const kind = kindMadeBy(move.dossier, move.event);
    return kind === null ? [] : [{ kind, moves: [move], agency: agency(move) }];
  });
  const open = new Map<string, [CaseMove, ...CaseMove[]]>();
  for (const move of moves) {
    if (!isLaidOpen(move.dossier, move.entered)) continue;
    const key = `${move.programme.id}/${move.dossier.id}/${move.entered}/${move.dueOn}`;
    const together = open.get(key);
    if (together === undefined) open.set(key, [move]);
    else together.push(move);
  }
  return [...own, ...[...open.values()].map((together): Draft => ({ kind: 'publicity', moves: together, agency: agency(together[0]) }))];
}

/** The number that was given elsewhere: by the register of titles, or to a contract. */
function givenNumber({ kind, moves: [{ event }] }: Draft): string | null {
  const isGiven = kind === 'certificate' || kind === 'agreement';
  return isGiven && typeof event.data.number === 'string' && event.data.number !== '' ? event.data.number : null;
}

function factsOf({ kind, moves, agency }: Draft, number: string, wordings: Wordings, composing: Composing): Facts {
  const [{ programme, dossier, event, dueOn, submittedOn, unmet }] = moves;
  return {
    kind,
    programme: programme.name,
    dossier: dossier.name,
    basis: programme.basis.map((citation) => citationText(citation)),
    parties: moves.map(({ partyName, caseNumber, region }) => ({
      name: partyName,
      number: caseNumber,
      region: composing.regionName(region),
    })),
    submittedOn,
    agency: agency.name,
    day: event.day,
    number,
    said: event.data,
    dueOn,
    unmet: refusing.has(kind) ? unmet() : [],
    titleName: dossier.stages.flatMap((stage) => (stage.kind === 'issue' && stage.id === event.stage ? [stage.title.name] : []))[0] ?? null,
    closing: wordings.closing(kind),
  };
}

interface Numbered {
  readonly draft: Draft;
  readonly number: string;
  readonly series: { readonly code: string; readonly year: number; readonly serial: number } | null;
}

/** Series are drawn from in the order of their names, so that two batches can't wait for each other. */
async function numbered({ db, root, today }: Issuing, drafts: readonly Draft[]): Promise<readonly Numbered[]> {
  const bySeries = new Map<string, Draft[]>();
  const made: Numbered[] = [];
  for (const draft of drafts) {
    const number = givenNumber(draft);
    if (number !== null) made.push({ draft, number, series: null });
    else {
      const code = seriesCode(draft.agency, draft.kind);
      bySeries.set(code, [...(bySeries.get(code) ?? []), draft]);
    }
  }
  for (const [code, group] of [...bySeries].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const year = Number(today.slice(0, 4));
    const first = await drawSerials(db, root, code, year, group.length);
    for (const [i, draft] of group.entries())
      made.push({ draft, number: canonicalOf(code, year, first + i), series: { code, year, serial: first + i } });
  }
  return made;
}

/** Where and when documents are issued. */
export interface Issuing {
  readonly db: Transaction<unknown>;
  readonly root: string;
  readonly today: string;
  readonly now: Date;
}

/** Numbers, words and keeps the documents that these moves make. */
export async function keepDocuments(issuing: Issuing, moves: readonly CaseMove[], composing: Composing): Promise<readonly NewDocument[]> {
  const { db, root, today, now } = issuing;
  const of = (move: CaseMove) => ({ root, region: move.region, regionName: composing.regionName });
  if (drafted(moves, (move) => agencyOf(move.event.actor, of(move))).length === 0) return [];
  const wordings = await wordingsOf(db, root);
  const drafts = drafted(moves, (move) => agencyOf(move.event.actor, of(move), wordings.codes));
  const documents = (await numbered(issuing, drafts)).map(({ draft, number, series }): NewDocument => {
    const paper = paperOf(factsOf(draft, number, wordings, composing));
    const [first] = draft.moves;
    const isOne = draft.kind !== 'publicity';
    return {
      id: uuidv7(),
      root,
      region: isOne ? first.region : null,
      kind: draft.kind,
      cases: draft.moves.map(({ caseId }) => caseId),
      party: isOne ? first.party : null,
      party_name: isOne ? first.partyName : `${first.partyName}${draft.moves.length > 1 ? `等${draft.moves.length}家` : ''}`,
      agency_code: series?.code ?? null,
      year: series?.year ?? null,
      serial: series?.serial ?? null,
      number,
      title: paper.title.replaceAll('\n', ''),
      paper,
      issued_on: today,
      issued_at: now,
      issued_by: first.event.actor.name,
    };
  });
  await insertDocuments(db, documents);
  return documents;
}

/** The same within an action, told in the trail; returns how many. */
export async function issueDocuments(context: ActionContext, moves: readonly CaseMove[], composing: Composing): Promise<number> {
  const { db, actor, today, now } = context;
  const documents = await keepDocuments({ db, root: actor.root, today, now }, moves, composing);
  for (const { id, title, number, party_name } of documents)
    await context.trail(`编发“${title}”（${number}），致 ${party_name}`, { kind: 'document', id });
  return documents.length;
}

export type Addressee =
  | { readonly party: string }
  /** The accounts of an office; the region is the root's code for offices of the city. */
  | { readonly officeKind: string }
  | { readonly account: string };

export interface Letter {
  readonly to: Addressee;
  /** Region that the matter belongs to; for an office, where it sits. */
  readonly region: string | null;
  readonly title: string;
  readonly body: string;
  /** Page that it leads to, such as `/desk/cases/…`. */
  readonly href?: string;
  /** What it says once and never again. */
  readonly once?: string;
}

export const messageRows = (root: string, now: Date, letters: readonly Letter[]): MessageRow[] =>
  letters.map(({ to, region, title, body, href = null, once = null }) => ({
    id: uuidv7(),
    root,
    region,
    party: 'party' in to ? to.party : null,
    office_kind: 'officeKind' in to ? to.officeKind : null,
    account: 'account' in to ? to.account : null,
    title,
    body,
    href,
    at: now,
    once,
  }));

/** Writes messages to inboxes, and to mailboxes of those who asked for it once the transaction stands; returns those not said before. */
export async function sendMessages(context: ActionContext, letters: readonly Letter[]): Promise<readonly Letter[]> {
  const rows = messageRows(context.actor.root, context.now, letters);
  const written = await insertMessages(context.db, rows);
  if (written.size > 0 && mailIsOn()) await context.enqueue('correspondence.mail', { messages: [...written] });
  return letters.filter((_, i) => written.has(rows[i]?.id ?? ''));
}

/** What an office is told in the morning; only where something is new, soon due or late. */
export const digestLetters = (waiting: readonly OfficeDigest[], today: string): Letter[] =>
  waiting
    .filter(({ arrived, dueSoon, overdue }) => arrived + dueSoon + overdue > 0)
    .map((each) => ({
      to: { officeKind: each.officeKind },
      region: each.region,
      ...digestText(each),
      href: each.href,
      once: `digest:${each.officeKind}:${each.region}:${each.href}:${today}`,
    }));
