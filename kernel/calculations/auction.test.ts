// Auctions: qualification, steps, rounds that restart, withdrawal, and every way in which a sale ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const auction = await caseOf('auction');

/** `10:04:59` on the day of the sale. */
const at = (clock: string) => `2025-05-20T${clock}+08:00`;
let bids = 0;
const bid = (bidderId: string, amount: string, clock: string) => {
  bids += 1;
  return { bidId: `b${bids}`, bidderId, amount, time: at(clock) };
};
const bidder = (bidderId: string, changes: object = {}) => ({
  bidderId,
  depositPaid: '10000',
  depositPaidAt: '2025-05-19T17:00:00+08:00',
  barred: false,
  ...changes,
});
const sale = (list: object[], more: object = {}) => ({
  reservePrice: null,
  bidders: [bidder('x'), bidder('y'), bidder('z')],
  bids: list,
  ...more,
});
const reasons = (list: object[], more: object = {}) =>
  (auction.run(sale(list, more)).bids as { reason: string | null }[]).map(({ reason }) => reason ?? 'ok');
const ending = (list: object[], more: object = {}) => {
  const { outcome, winner, price, topBid, endsAt } = auction.run(sale(list, more));
  return [outcome, winner, price, topBid, endsAt === null ? null : String(endsAt).slice(11, 19)];
};

describe('time', () => {
  test('the free period begins with its first second; the end of the round is too late', () => {
    expect(reasons([bid('x', '100000', '08:59:59')])).toEqual(['TOO_EARLY']);
    expect(reasons([bid('x', '100000', '09:00:00')])).toEqual(['ok']);
    expect(reasons([bid('x', '100000', '10:04:59')])).toEqual(['ok']);
    expect(reasons([bid('x', '100000', '10:05:00')])).toEqual(['TOO_LATE']);
  });

  test('bids of the free period restart nothing, those from its end on do', () => {
    const quiet = [bid('x', '100000', '09:59:59')];
    expect([auction.at('extensions', sale(quiet)), ...ending(quiet)]).toEqual([0, 'SOLD', 'x', '100000.00', '100000.00', '10:05:00']);
    const lively = [...quiet, bid('y', '105000', '10:00:00'), bid('x', '110000', '10:04:59'), bid('y', '115000', '10:09:58')];
    expect([auction.at('extensions', sale(lively)), ...ending(lively)]).toEqual([3, 'SOLD', 'y', '115000.00', '115000.00', '10:14:58']);
    expect(reasons([...lively, bid('x', '120000', '10:14:58')]).at(-1)).toBe('TOO_LATE');
  });

  test('a refused bid does not restart the round', () => {
    const given = [bid('x', '100000', '10:04:00'), bid('y', '101000', '10:08:00'), bid('y', '105000', '10:09:00')];
    expect(reasons(given)).toEqual(['ok', 'NOT_ON_STEP', 'TOO_LATE']);
  });

  test('bids are taken by time, those of one second in their order, and printed as given', () => {
    expect(reasons([bid('x', '105000', '09:30:00'), bid('y', '100000', '09:10:00')])).toEqual(['ok', 'ok']);
    expect(reasons([bid('x', '100000', '09:30:00'), bid('y', '100000', '09:30:00')])).toEqual(['ok', 'NOT_ABOVE_TOP']);
    expect(ending([bid('y', '100000', '09:30:00'), bid('x', '100000', '09:30:00')])[1]).toBe('y');
  });

  test('rounds of a day', () => {
    expect(ending([], { roundSeconds: 86400 })[4]).toBe('10:00:00');
  });
});

describe('price', () => {
  test('at least the start, on a step, above the top', () => {
    expect(reasons([bid('x', '99999.99', '09:10:00')])).toEqual(['BELOW_START']);
    expect(reasons([bid('x', '104999.99', '09:10:00')])).toEqual(['NOT_ON_STEP']);
    expect(reasons([bid('x', '150000', '09:10:00'), bid('y', '145000', '09:11:00'), bid('y', '150000', '09:12:00')])).toEqual([
      'ok',
      'NOT_ABOVE_TOP',
      'NOT_ABOVE_TOP',
    ]);
    expect(reasons([bid('x', '100000.3', '09:10:00')], { bidIncrement: '0.1' })).toEqual(['ok']);
  });

  test('a bidder may raise its own bid', () => {
    expect(reasons([bid('x', '100000', '09:10:00'), bid('x', '105000', '09:11:00')])).toEqual(['ok', 'ok']);
  });
});

describe('qualification', () => {
  const one = (changes: object) => reasons([bid('x', '100000', '09:10:00')], { bidders: [bidder('x', changes)] })[0];

  test('the whole deposit by the close of sign-up', () => {
    expect([one({}), one({ depositPaid: '9999.99' }), one({ depositPaid: '10000.01' })]).toEqual(['ok', 'NOT_QUALIFIED', 'ok']);
    expect(one({ depositPaidAt: '2025-05-19T17:00:01+08:00' })).toBe('NOT_QUALIFIED');
    expect([one({ depositPaid: null }), one({ depositPaidAt: null }), one({ barred: true })]).toEqual([
      'NOT_QUALIFIED',
      'NOT_QUALIFIED',
      'NOT_QUALIFIED',
    ]);
  });

  test('strangers do not bid, and time goes before qualification', () => {
    expect(reasons([bid('w', '1', '09:10:00'), bid('w', '1', '08:00:00'), bid('w', '1', '11:00:00')])).toEqual([
      'NOT_QUALIFIED',
      'TOO_EARLY',
      'TOO_LATE',
    ]);
  });

  test('refunds go to the qualified without the winner', () => {
    const bidders = [bidder('x'), bidder('y'), bidder('z'), bidder('w', { barred: true }), bidder('v', { depositPaid: '1' })];
    expect(auction.at('refunds', sale([bid('y', '100000', '09:10:00')], { bidders }))).toEqual(['x', 'z']);
    expect(auction.at('refunds', sale([], { bidders }))).toEqual(['x', 'y', 'z']);
  });
});

describe('withdrawal', () => {
  const withdrawn = (clock: string, list: object[]) => sale(list, { withdrawnAt: at(clock) });
  const result = (clock: string, list: object[]) => [
    auction.at('outcome', withdrawn(clock, list)),
    ...(auction.run(withdrawn(clock, list)).bids as { reason: string | null }[]).map(({ reason }) => reason ?? 'ok'),
  ];

  test('before any valid bid the owner may withdraw, even at the very moment of the first', () => {
    expect(result('09:20:00', [bid('x', '100000', '09:20:00'), bid('x', '100000', '09:30:00')])).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
      'WITHDRAWN',
    ]);
    expect(result('09:20:00', [bid('x', '1', '09:10:00'), bid('x', '100000', '09:30:00')])).toEqual([
      'WITHDRAWN',
      'BELOW_START',
      'WITHDRAWN',
    ]);
    expect(result('08:00:00', [bid('x', '100000', '08:30:00')])).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  test('after a valid bid, or at the end, it is too late to withdraw', () => {
    expect(result('09:20:00', [bid('x', '100000', '09:19:59'), bid('y', '105000', '09:30:00')])).toEqual(['SOLD', 'ok', 'ok']);
    expect(result('10:05:00', [])).toEqual(['NO_BID']);
    expect(result('10:04:59', [])).toEqual(['WITHDRAWN']);
    expect(result('10:05:00', [bid('x', '100000', '10:06:00')])).toEqual(['NO_BID', 'TOO_LATE']);
  });

  test('a withdrawn sale has no end', () => {
    expect(ending([], { withdrawnAt: at('09:20:00') })).toEqual(['WITHDRAWN', null, null, null, null]);
  });
});

describe('outcomes', () => {
  test('no bid, too few bidders, reserve not met, sold', () => {
    const one = [bid('x', '100000', '09:10:00')];
    expect(ending([])).toEqual(['NO_BID', null, null, null, '10:05:00']);
    expect(ending(one, { parameters: { minimumBidders: 2 } })).toEqual(['TOO_FEW_BIDDERS', null, null, '100000.00', '10:05:00']);
    expect(ending([...one, bid('x', '105000', '09:11:00')], { parameters: { minimumBidders: 2 } })[0]).toBe('TOO_FEW_BIDDERS');
    expect(ending([...one, bid('y', '105000', '09:11:00')], { parameters: { minimumBidders: 2 } })[0]).toBe('SOLD');
    expect(ending(one, { reservePrice: '100000.01' })).toEqual(['RESERVE_NOT_MET', null, null, '100000.00', '10:05:00']);
    expect(ending(one, { reservePrice: '100000' })[0]).toBe('SOLD');
    expect(ending(one, { reservePrice: '200000', parameters: { minimumBidders: 2 } })[0]).toBe('TOO_FEW_BIDDERS');
  });
});

test('the deposit is 5 to 20 % of the start price', () => {
  const ratio = (deposit: string, parameters: object = {}) => auction.finding('AU-1', { deposit, parameters });
  expect([ratio('5000'), ratio('4999.99'), ratio('20000'), ratio('20000.01')]).toEqual([
    'met 0.050000',
    'unmet 0.050000',
    'met 0.200000',
    'unmet 0.200000',
  ]);
  expect(ratio('30000', { depositMaximumRatio: '0.3' })).toBe('met 0.300000');
});

test('the price only rises, the winner gave the highest valid bid, and the order of the list does not matter', () => {
  const drawn = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 3899 }), fc.integer({ min: 0, max: 9 }), fc.constantFrom('x', 'y', 'z')),
    {
      maxLength: 8,
      selector: ([second]) => second,
    },
  );
  fc.assert(
    fc.property(drawn, (list) => {
      const given = list.map(([second, step, who], index) => ({
        bidId: `p${index}`,
        bidderId: who,
        amount: String(100000 + step * 5000),
        time: new Date(Date.parse(at('09:00:00')) + second * 1000 + 8 * 3600_000).toISOString().replace('.000Z', '+08:00'),
      }));
      const found = auction.run(sale(given));
      const valid = given.filter((_, index) => (found.bids as { valid: boolean }[])[index]?.valid);
      const rising = [...valid].sort((a, b) => (a.time < b.time ? -1 : 1)).map(({ amount }) => Number(amount));
      expect(rising).toEqual([...new Set(rising)].sort((a, b) => a - b));
      expect(Number(found.topBid ?? 0)).toBe(rising.at(-1) ?? 0);
      const turned = auction.run(sale([...given].reverse()));
      expect([turned.winner, turned.price, turned.endsAt]).toEqual([found.winner, found.price, found.endsAt]);
    }),
    { numRuns: 60 },
  );
});

test.each([
  [{ startPrice: null }, 'MISSING startPrice'],
  [{ startPrice: '0' }, 'RANGE startPrice'],
  [{ bidIncrement: '0.00' }, 'RANGE bidIncrement'],
  [{ deposit: null }, 'MISSING deposit'],
  [{ opensAt: '2025-05-20 09:00:00' }, 'FORMAT opensAt'],
  [{ opensAt: '2025-05-20T09:00:00+09:00' }, 'FORMAT opensAt'],
  [{ freePeriodEndsAt: at('09:00:00') }, 'CONFLICT freePeriodEndsAt'],
  [{ roundSeconds: 0 }, 'RANGE roundSeconds'],
  [{ roundSeconds: 86401 }, 'RANGE roundSeconds'],
  [{ bidders: [bidder('x'), bidder('x')] }, 'CONFLICT bidders[1].bidderId'],
  [{ bidders: [bidder('x', { barred: null })] }, 'MISSING bidders[0].barred'],
  [{ bids: [{ bidId: 'b', bidderId: 'x', amount: '1' }] }, 'MISSING bids[0].time'],
  [{ bids: [{ bidId: 'b', bidderId: 'x', amount: '-1', time: at('09:00:00') }] }, 'RANGE bids[0].amount'],
  [{ parameters: { minimumBidders: 0 } }, 'RANGE parameters.minimumBidders'],
])('problem %#', (changes, problem) => {
  expect(auction.problem(changes)).toBe(problem);
});
