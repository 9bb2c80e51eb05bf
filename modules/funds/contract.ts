// What other modules and the composition may ask of funds.
export { constraintMessages } from './errors.ts';
export { fundsMover } from './store/party-life.ts';
export { type CaseObligations, recordObligations } from './store/record-obligations.ts';
export { type BalanceVerdict, verifyBalances } from './store/verify-balances.ts';
