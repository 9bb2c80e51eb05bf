// A migration: a forward-only step written in SQL, named by its module and number.

export interface Migration {
  /** `registry/001-parties`: module, three digits, what it makes. Applied in the order of the list in apps/server/migrations.ts. */
  readonly id: string;
  readonly sql: string;
}
