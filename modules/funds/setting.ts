// What funds is given by whoever composes the server: names of regions and programmes, a seal for account numbers, and what the city sets.

/** Numbers that a city may set; the defaults follow the handbook and are marked there as the product's own. */
export interface FundsParameters {
  /** Days from the due day within which a part is to be paid (国办发〔2021〕32号：任务书签订后30日内拨付). */
  readonly payWithinDays: number;
  /** Days within which money taken back is to be returned. */
  readonly returnWithinDays: number;
  /** Month and day from which lines are frozen. */
  readonly freezeDay: string;
  /** Share by which payment may lag behind time before a line is warned of. */
  readonly progressGap: string;
}

export const usualParameters: FundsParameters = { payWithinDays: 30, returnWithinDays: 30, freezeDay: '12-15', progressGap: '0.2' };

/** Seals a text so that whoever reads the database does not read it; `place` binds it to where it is kept. */
export interface AccountSeal {
  seal(plain: string, place: string): string;
  open(stored: string, place: string): string;
}

export interface FundsSetting {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly seal: AccountSeal;
  readonly parameters: FundsParameters;
  regionName(code: string): string;
}

export const programmeName = ({ programmes }: Pick<FundsSetting, 'programmes'>, id: string): string =>
  programmes.find((programme) => programme.id === id)?.name ?? '其他资金';
