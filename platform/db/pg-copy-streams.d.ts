// Types of the part of pg-copy-streams that we use; the package ships none.
declare module 'pg-copy-streams' {
  import type { Duplex, Writable } from 'node:stream';
  import type { Submittable } from 'pg';
  export function from(sql: string): Writable & Submittable;
  export function to(sql: string): Duplex & Submittable;
}
