// What other modules and the composition may ask of registers.
export { publicRegisters, readPublicRegister } from './actions/public.ts';
export { loadRegister, type PastRow } from './seeds.ts';
export type { RegistersSetting } from './setting.ts';
export { registerMover, registerTimeline } from './store/party-life.ts';
