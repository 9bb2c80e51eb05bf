// An auction of results (成果拍卖/竞价): bids in order of time, rounds that restart, and who buys at what price.
import {
  addSeconds,
  all,
  asMoney,
  asRatio,
  calculation,
  findingsBy,
  flag,
  formatMoment,
  intBetween,
  key,
  listOf,
  type Moment,
  money,
  optional,
  percentText,
  quotient,
  type Rational,
  type Read,
  type Reading,
  type Rules,
  ratio,
  ratioAtLeast,
  ratioAtMost,
  record,
  required,
  text,
  time,
  withDefault,
} from './frame/index.ts';

const bidder = record({
  bidderId: key('竞买人编号'),
  depositPaid: optional('已缴保证金', money),
  depositPaidAt: optional('保证金到账时间', time),
  barred: required('被禁止参加', flag),
});

const bid = record({
  bidId: key('报价编号'),
  bidderId: required('竞买人编号', text),
  amount: required('报价', money),
  time: required('报价时间', time),
});

const input = {
  startPrice: required('起拍价', money),
  bidIncrement: required('加价幅度', money),
  reservePrice: optional('保留价', money),
  deposit: required('保证金', money),
  signUpClosesAt: required('报名截止时间', time),
  opensAt: required('自由报价开始时间', time),
  freePeriodEndsAt: required('自由报价结束时间', time),
  roundSeconds: required('限时报价周期（秒）', intBetween(1, 86400)),
  withdrawnAt: optional('委托人撤回时间', time),
  bidders: required('竞买人', listOf(bidder)),
  bids: required('报价', listOf(bid)),
};

const parameters = {
  minimumBidders: withDefault('最少竞买人数', intBetween(1), 1),
  depositMinimumRatio: withDefault('保证金比例下限', ratio, '0.05'),
  depositMaximumRatio: withDefault('保证金比例上限', ratio, '0.2'),
};

type Input = Read<typeof input>;
type Limits = Read<typeof parameters>;
type Bid = Input['bids'][number];

const auctionLaw = '《中华人民共和国拍卖法》';

const rules = {
  'AU-1': {
    required: (p: Limits) => `保证金为起拍价的${percentText(p.depositMinimumRatio)}至${percentText(p.depositMaximumRatio)}`,
    basis: `${auctionLaw}；本级成果拍卖（竞价）规则`,
  },
} satisfies Rules<Limits>;

type Refusal = 'WITHDRAWN' | 'TOO_EARLY' | 'TOO_LATE' | 'NOT_QUALIFIED' | 'BELOW_START' | 'NOT_ON_STEP' | 'NOT_ABOVE_TOP';

/** The deposit in full by the close of sign-up; what is not known to be paid is not paid. */
function isQualified({ depositPaid, depositPaidAt, barred }: Input['bidders'][number], { deposit, signUpClosesAt }: Input): boolean {
  const inTime = depositPaidAt !== null && depositPaidAt <= signUpClosesAt;
  return !barred && (deposit.isZero() || (inTime && depositPaid?.isAtLeast(deposit) === true));
}

/** The sale as it runs: each valid bid raises the top, and in the timed rounds starts the round anew. */
class Sale {
  readonly qualified: ReadonlySet<string>;
  readonly bidders = new Set<string>();
  top: Bid | null = null;
  extensions = 0;
  endsAt: Moment;
  private readonly given: Input;

  constructor(given: Input) {
    this.given = given;
    this.endsAt = addSeconds(given.freePeriodEndsAt, given.roundSeconds);
    this.qualified = new Set(given.bidders.filter((item) => isQualified(item, given)).map(({ bidderId }) => bidderId));
  }

  /** 拍卖法第二十九条 lets the owner withdraw before the sale begins; here: before the first valid bid and before the end. */
  isWithdrawnBy(moment: Moment): boolean {
    const { withdrawnAt } = this.given;
    return withdrawnAt !== null && withdrawnAt <= moment && withdrawnAt < this.endsAt && this.top === null;
  }

  /** Null for a valid bid. */
  take(bid: Bid): Refusal | null {
    const refusal = this.refusalOf(bid);
    if (refusal !== null) return refusal;
    this.top = bid;
    this.bidders.add(bid.bidderId);
    if (bid.time >= this.given.freePeriodEndsAt) {
      this.extensions += 1;
      this.endsAt = addSeconds(bid.time, this.given.roundSeconds);
    }
    return null;
  }

  private refusalOf({ bidderId, amount, time }: Bid): Refusal | null {
    const { startPrice, bidIncrement, opensAt } = this.given;
    if (this.isWithdrawnBy(time)) return 'WITHDRAWN';
    if (time < opensAt) return 'TOO_EARLY';
    if (time >= this.endsAt) return 'TOO_LATE';
    if (!this.qualified.has(bidderId)) return 'NOT_QUALIFIED';
    if (amount.isLessThan(startPrice)) return 'BELOW_START';
    if (!amount.minus(startPrice).dividedBy(bidIncrement).isWhole()) return 'NOT_ON_STEP';
    return this.top !== null && amount.isAtMost(this.top.amount) ? 'NOT_ABOVE_TOP' : null;
  }
}

type Outcome = 'WITHDRAWN' | 'NO_BID' | 'TOO_FEW_BIDDERS' | 'RESERVE_NOT_MET' | 'SOLD';

/** 拍卖法第五十条: a highest bid below the reserve price sells nothing. */
function outcomeOf(sale: Sale, { withdrawnAt, reservePrice }: Input, { minimumBidders }: Limits): Outcome {
  if (withdrawnAt !== null && sale.isWithdrawnBy(withdrawnAt)) return 'WITHDRAWN';
  if (sale.top === null) return 'NO_BID';
  if (sale.bidders.size < minimumBidders) return 'TOO_FEW_BIDDERS';
  return reservePrice !== null && sale.top.amount.isLessThan(reservePrice) ? 'RESERVE_NOT_MET' : 'SOLD';
}

function requirePositive(amount: Rational, path: string, reading: Reading): void {
  if (!amount.isPositive()) reading.fail('RANGE', path, '须大于零');
}

export const auction = calculation({
  id: 'auction',
  name: '科技成果拍卖竞价',
  basis: [auctionLaw],
  method: [
    '报价按时间先后处理；自由报价期结束后进入限时报价，每次有效报价重新计时，一个周期内无人报价即结束。',
    '有效报价＝起拍价＋k×加价幅度，且高于当前最高价；竞买人须按时足额缴纳保证金。',
    '无效原因依次为：已撤回、未开始、已结束、无资格、低于起拍价、不合加价幅度、不高于当前价。',
  ],
  input,
  parameters,
  rules,
  check({ startPrice, bidIncrement, opensAt, freePeriodEndsAt }, _limits, reading) {
    requirePositive(startPrice, 'startPrice', reading);
    requirePositive(bidIncrement, 'bidIncrement', reading);
    if (freePeriodEndsAt <= opensAt) reading.conflict('freePeriodEndsAt', '自由报价结束时间须晚于开始时间');
  },
  evaluate(given, limits) {
    const sale = new Sale(given);
    // Sorting is stable: bids of the same second keep the order of the input.
    const inTime = [...given.bids].sort((a, b) => a.time - b.time);
    const reasons = new Map(inTime.map((item) => [item.bidId, sale.take(item)]));
    const outcome = outcomeOf(sale, given, limits);
    const sold = outcome === 'SOLD' ? sale.top : null;
    const depositShare = quotient(given.deposit, given.startPrice);
    const find = findingsBy(rules, limits);
    return {
      outcome,
      winner: sold?.bidderId ?? null,
      price: asMoney(sold?.amount ?? null),
      topBid: asMoney(sale.top?.amount ?? null),
      endsAt: outcome === 'WITHDRAWN' ? null : formatMoment(sale.endsAt),
      extensions: sale.extensions,
      refunds: given.bidders.map(({ bidderId }) => bidderId).filter((id) => sale.qualified.has(id) && id !== sold?.bidderId),
      bids: given.bids.map(({ bidId }) => {
        const reason = reasons.get(bidId) ?? null;
        return { bidId, valid: reason === null, reason };
      }),
      findings: [
        find(
          'AU-1',
          all(ratioAtLeast(depositShare, limits.depositMinimumRatio), ratioAtMost(depositShare, limits.depositMaximumRatio)),
          asRatio(depositShare),
        ),
      ],
    };
  },
});
