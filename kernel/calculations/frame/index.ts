// Everything that a calculation file needs, in one import.
export * from '../../exact/apportion.ts';
export * from '../../exact/decimal.ts';
export * from '../../exact/irrational.ts';
export * from '../../exact/rational.ts';
export * from './bands.ts';
export * from './calculation.ts';
export * from './day.ts';
export * from './fields.ts';
export * from './finding.ts';
export * from './print.ts';
export * from './problem.ts';
export * from './quotient.ts';
export * from './range.ts';
export * from './scalars.ts';
export * from './status.ts';
export * from './unknown.ts';
export * from './value-type.ts';
