// What the composition may ask of the portal.
export { portalPages } from './actions/index.ts';
export type { PortalSetting } from './setting.ts';
