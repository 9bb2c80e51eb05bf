// What other modules and the composition may ask of funds.
export { type CaseObligations, recordObligations } from './store/record-obligations.ts';
