// What funds is given by whoever composes the server: names of regions and programmes, and a seal for account numbers.

/** Seals a text so that whoever reads the database does not read it; `place` binds it to where it is kept. */
export interface AccountSeal {
  seal(plain: string, place: string): string;
  open(stored: string, place: string): string;
}

export interface FundsSetting {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly seal: AccountSeal;
  regionName(code: string): string;
}

export const programmeName = ({ programmes }: Pick<FundsSetting, 'programmes'>, id: string): string =>
  programmes.find((programme) => programme.id === id)?.name ?? '其他资金';
