// A small table and its actions that stand for any module in the platform's own tests; they ship in no build.
import { Type } from 'typebox';
import { page } from '../platform/db/keyset.ts';
import type { Migration } from '../platform/db/migration.ts';
import { boundTable, moduleSchema } from '../platform/db/row-security.ts';
import { uuidv7 } from '../platform/db/uuid.ts';
import { action, tables } from '../platform/http/action.ts';
import { notFound, Refusal } from '../platform/refusal.ts';

export interface SpecimenTables {
  'specimen.item': {
    root: string;
    id: string;
    region: string;
    party: string | null;
    name: string;
    amount: string | null;
    made: Date;
    published: boolean;
  };
}

export const specimenMigration: Migration = {
  id: 'specimen/001-items',
  sql: `${moduleSchema('specimen')}
create table specimen.item (
  root text not null, id uuid not null, region text not null, party uuid, name text not null, amount numeric(18,2),
  made timestamptz not null, published boolean not null default false,
  primary key (root, id), constraint item_name_once unique (root, name), constraint amount_not_negative check (amount >= 0)
);
${boundTable('specimen.item', { region: 'region', party: 'party', publicWhen: 'published' })}`,
};

const Item = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String({ title: '名称' }),
    region: Type.String(),
    amount: Type.Union([Type.String(), Type.Null()], { title: '金额' }),
    made: Type.String({ format: 'date-time' }),
  },
  { $id: 'SpecimenItem' },
);

const makeItem = action({
  id: 'specimen.make-item',
  method: 'POST',
  path: '/specimen/items',
  summary: '新增样例',
  permission: 'specimen:write',
  body: Type.Object({
    name: Type.String({ title: '名称', minLength: 1, maxLength: 20 }),
    region: Type.String({ title: '区县', pattern: '^\\d{6}$' }),
    amount: Type.Optional(Type.Union([Type.String({ format: 'decimal' }), Type.Null()], { title: '金额' })),
    kind: Type.Optional(Type.Union([Type.Literal('甲'), Type.Literal('乙')], { title: '类别' })),
    contact: Type.Optional(Type.Object({ phone: Type.String({ title: '电话' }) })),
  }),
  reply: Type.Object({ id: Type.String() }),
  handle: async (context, { body }) => {
    const id = uuidv7();
    await tables<SpecimenTables>(context.db)
      .insertInto('specimen.item')
      .values({
        root: context.actor.root,
        id,
        region: body.region,
        party: null,
        name: body.name,
        amount: body.amount ?? null,
        made: context.now,
        published: false,
      })
      .execute();
    await context.trail(`新增样例「${body.name}」`, { kind: 'specimen', id }, { amount: body.amount ?? null });
    return { id, secret: 'never sent' };
  },
});

const listItems = action({
  id: 'specimen.list-items',
  method: 'GET',
  path: '/specimen/items',
  summary: '样例列表',
  permission: 'signed-in',
  query: Type.Object({
    after: Type.Optional(Type.String()),
    limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 200 })),
    sort: Type.Optional(Type.String()),
  }),
  reply: Type.Object({ rows: Type.Array(Item), next: Type.Union([Type.String(), Type.Null()]), total: Type.Integer() }),
  handle: async (context, { query }) => {
    const db = tables<SpecimenTables>(context.db);
    return page(db, db.selectFrom('specimen.item').select(['id', 'name', 'region', 'amount', 'made']), {
      ...query,
      id: 'specimen.item.id',
      defaultSort: 'name',
      columns: {
        name: { ref: 'specimen.item.name', type: 'text' },
        amount: { ref: 'specimen.item.amount', type: 'numeric', nullable: true },
        made: { ref: 'specimen.item.made', type: 'timestamptz' },
      },
    });
  },
});

const readItem = action({
  id: 'specimen.read-item',
  method: 'GET',
  path: '/specimen/items/:id',
  summary: '查看样例',
  permission: 'public',
  params: Type.Object({ id: Type.String({ format: 'uuid', title: '编号' }) }),
  reply: Item,
  handle: async (context, { params }) => {
    const row = await tables<SpecimenTables>(context.db)
      .selectFrom('specimen.item')
      .selectAll()
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (row === undefined) throw notFound('该样例');
    return row;
  },
});

const refuse = action({
  id: 'specimen.refuse',
  method: 'POST',
  path: '/specimen/refuse',
  summary: '保存后拒绝',
  permission: 'signed-in',
  body: Type.Object({ how: Type.String() }),
  handle: async (context, { body }) => {
    await tables<SpecimenTables>(context.db)
      .insertInto('specimen.item')
      .values({
        root: context.actor.root,
        id: uuidv7(),
        region: '990102',
        party: null,
        name: '不该留下',
        amount: null,
        made: context.now,
        published: false,
      })
      .execute();
    await context.trail('不该留下', { kind: 'specimen', id: '1' });
    if (body.how === 'refusal') throw new Refusal('SPECIMEN_FULL', '样例已满，请先删除。', { status: 409 });
    throw new Error('select secret from hidden.table');
  },
});

const keepFile = action({
  id: 'specimen.keep-file',
  method: 'POST',
  path: '/specimen/files',
  summary: '上传样例附件',
  permission: 'signed-in',
  body: Type.Object({ pages: Type.Integer({ title: '页数' }) }),
  upload: { extensions: ['pdf', 'xlsx', 'txt'], maxBytes: 100_000 },
  reply: Type.Object({ sha256: Type.String(), size: Type.Integer(), fileName: Type.String(), pages: Type.Integer() }),
  handle: async (_context, { upload, body }) => ({ ...upload, pages: body.pages }),
});

const getFile = action({
  id: 'specimen.get-file',
  method: 'GET',
  path: '/specimen/files/:sha256',
  summary: '下载样例附件',
  permission: 'signed-in',
  params: Type.Object({ sha256: Type.String() }),
  handle: async (context, { params }) => ({
    kind: 'download' as const,
    fileName: '样例 附件(1).txt',
    contentType: 'text/plain; charset=utf-8',
    content: await context.files.get(params.sha256),
  }),
});

export const specimenActions = [makeItem, listItems, readItem, refuse, keepFile, getFile];
