// The examples of this folder, and what a call may set for needs and their bids together.
import path from 'node:path';
import { expect, it } from 'vitest';
import { callParameters } from '#kernel/declare/dossier.ts';
import { checkParameters } from '#kernel/declare/parameter.ts';
import { runExamples } from '#testing/examples.ts';
import programme from './programme.ts';

const [need, bid] = programme.dossiers;
if (need === undefined || bid === undefined) throw new Error('the programme has needs and bids');

runExamples(path.join(import.meta.dirname, 'examples'), need);
runExamples(path.join(import.meta.dirname, 'examples'), bid);

it('lets the call of a need set the board, the bar of affiliates, weights and the agreement, within bounds', () => {
  const parameters = callParameters(programme.dossiers, need);
  expect(parameters.map(({ name }) => name)).toEqual([
    'periodMonths',
    'ownShare',
    'boardDays',
    'fiscalShare',
    'signDays',
    'lumpSum',
    'firstShare',
    'secondShare',
    'affiliateShare',
    'issuerWeight',
    'winners',
  ]);
  expect(checkParameters(parameters, { boardDays: '45', winners: '2', lumpSum: 'true', fiscalShare: '0.3' })).toEqual([]);
  expect(checkParameters(parameters, { fiscalShare: '0.6' })[0]).toMatchObject({ name: 'fiscalShare' });
  expect(checkParameters(parameters, { lumpSum: '也许' })[0]).toMatchObject({ name: 'lumpSum' });
});
