// The money that an agreement makes: promised when signed, due by each accepted milestone, given up or taken back when it ends early.
import type { Obligation, ObligationRule } from '../declare/obligation.ts';
import { decimal } from '../exact/decimal.ts';
import { agreementOf } from './agreement.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is not due will not be paid, and what is named is to be returned. */
function ending(why: string, recover: unknown): readonly Obligation[] {
  const isOwed = typeof recover === 'string' && !decimal(recover).isZero();
  return [{ kind: 'give-up', why }, ...(isOwed ? [{ kind: 'take-back', amount: recover, why } as const] : [])];
}

/** The rules of a dossier with `agree`, `perform` and `accept`; parts are paid in the order of its milestones. */
export function agreementObligations(dossier: string, purpose: string): readonly ObligationRule[] {
  return [
    {
      dossier,
      verb: 'sign',
      of(_answers, { data }) {
        const { fiscalAmount, milestones } = agreementOf(data);
        const parts = milestones.map(({ no, name, amount }) => ({ no, name, amount }));
        return [{ kind: 'promise', purpose: `${purpose}（${text(data.number)}）`, amount: fiscalAmount, parts }];
      },
    },
    { dossier, verb: 'accept-report', of: (_answers, { data }) => [{ kind: 'due', part: Number(data.part) }] },
    { dossier, verb: 'stop', of: (_answers, { data }) => ending(text(data.reasons), data.recover) },
    { dossier, verb: 'close-out', of: (_answers, { data }) => ending(text(data.reasons), undefined) },
    { dossier, verb: 'fail', stage: 'accept', of: (_answers, { data }) => ending(text(data.reasons), data.recover) },
  ];
}
