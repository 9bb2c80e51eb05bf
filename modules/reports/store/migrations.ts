// Tables of reports: documents with their text, and the figures read in each with what people decided about them.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';
import { workReports } from './migrations/002-work-reports.ts';
import { releases } from './migrations/003-releases.ts';
import { numbers } from './migrations/004-numbers.ts';

const root = `root = (select current_setting('kechuang.root', true))`;

/** A report belongs to no county: the offices of all counties of the city work on the same ones. */
function openToCounties(table: string, verbs: readonly ('select' | 'insert' | 'update' | 'delete')[]): string {
  return verbs
    .map((verb) => {
      const clause =
        verb === 'insert' ? `with check (${root})` : verb === 'update' ? `using (${root}) with check (${root})` : `using (${root})`;
      return `create policy kechuang_regions_${verb} on ${table} for ${verb} to kechuang_regions ${clause};`;
    })
    .join('\n');
}

const verbs = ['select', 'insert', 'update', 'delete'] as const;

const documents: Migration = {
  id: 'reports/001-documents',
  sql: `
${moduleSchema('reports')}

create table reports.document (
  id uuid primary key,
  root text not null,
  title text not null,
  -- Whose report it is, as a person says it: other cities are not in any register of ours.
  place text not null,
  -- Null where the text itself says of which year it speaks.
  reporting_year integer,
  kind text not null check (kind in ('upload', 'paste')),
  format text not null check (format in ('text', 'html', 'docx', 'pdf')),
  file_name text,
  -- Content hash in the file store; null for what was pasted.
  file text,
  body text not null,
  -- SHA-256 of the text: the same report is read once.
  digest text not null,
  characters integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  version integer not null default 1
);
create unique index document_once on reports.document (root, digest);
create index document_by_time on reports.document (root, created_at desc, id desc);
${boundTable('reports.document', {})}
${openToCounties('reports.document', verbs)}

create table reports.reading (
  root text not null,
  document uuid not null references reports.document,
  -- Names the figure within its document for good; the order of the text is that of \`at\`.
  ordinal integer not null,
  -- Code point at which the number starts: no two figures share one.
  at integer not null,
  origin text not null check (origin in ('reader', 'hand')),
  -- As it was read, never changed by a person.
  reading jsonb not null,
  corrected jsonb,
  corrected_at timestamptz,
  corrected_by uuid,
  corrected_by_name text,
  status text not null default 'read' check (status in ('read', 'corrected', 'accepted', 'ignored')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  -- Indicator of the catalogue that a person chose, null for none; a suggestion is never stored.
  tie text,
  tie_is_chosen boolean not null default false,
  -- Observation that stands in the ledger for this figure.
  observation uuid,
  -- Whether any ever did: then the text must stay, because the ledger points into it.
  was_posted boolean not null default false,
  version integer not null default 1,
  primary key (document, ordinal),
  unique (document, at),
  check ((corrected is null) = (corrected_at is null)),
  check (status <> 'accepted' or observation is not null)
);
${boundTable('reports.reading', {})}
${openToCounties('reports.reading', verbs)}
`,
};

export const migrations: readonly Migration[] = [documents, workReports, releases, numbers];
