// What other modules and the composition may ask of registers.
export { loadRegister, type PastRow } from './seeds.ts';
export type { RegistersSetting } from './setting.ts';
export { registerMover, registerTimeline } from './store/party-life.ts';
