// What other modules may ask of service: the items that the catalogue declares.
export { type DeclaredItem, itemsOf } from './model/items.ts';
