// What the registry and the browser say to each other: schemas and their types, in parts.
export * from './model/wire/facts.ts';
export * from './model/wire/holdings.ts';
export * from './model/wire/imports.ts';
export * from './model/wire/known.ts';
export * from './model/wire/lists.ts';
export * from './model/wire/merging.ts';
export * from './model/wire/profile.ts';
export * from './model/wire/relations.ts';
export * from './model/wire/shared.ts';
