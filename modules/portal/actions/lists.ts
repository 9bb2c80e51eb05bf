// Pages of titles in force and of public registers, and titles as a workbook.
import { publicRegisters, readPublicRegister } from '#modules/registers/contract.ts';
import { eachPublicTitle, listPublicTitles, type PublicTitlesAsked, titleKindsInForce, titleYears } from '#modules/registry/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PageAsked, PublicPage } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';
import { workbookBytes } from '#platform/sheets/sheets.ts';
import type { PortalSetting } from '../setting.ts';
import { registerPage, registersPage, type TitleKind, titlePage, titlesPage } from '../web/lists.ts';
import { afterOf, textOf, yearOf } from './addresses.ts';
import { keeps, pageReply } from './frame.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function kindOf({ db, actor, today }: ActionContext, { params }: PageAsked): Promise<TitleKind> {
  const kind = (await titleKindsInForce(db, actor.root, today)).find((candidate) => candidate.kind === params.kind);
  if (kind === undefined) throw notFound('这类资质');
  return kind;
}

function titlesAsked({ actor, today }: ActionContext, setting: PortalSetting, asked: PageAsked, kind: string): PublicTitlesAsked {
  const region = setting.placesOf(actor.root).find(({ code }) => code === asked.query.region)?.code;
  return { kind, on: today, text: textOf(asked), region, year: yearOf(asked) };
}

const columns = [
  { key: 'holder', header: '单位名称', kind: 'text' },
  { key: 'uscc', header: '统一社会信用代码', kind: 'code' },
  { key: 'place', header: '所在地', kind: 'text' },
  { key: 'label', header: '名称', kind: 'text' },
  { key: 'number', header: '证书编号', kind: 'code' },
  { key: 'from', header: '有效期起', kind: 'date' },
  { key: 'until', header: '有效期止', kind: 'text' },
] as const;

const titleListPages = (setting: PortalSetting): PublicPage[] => {
  const view = (row: Awaited<ReturnType<typeof listPublicTitles>>['rows'][number]) => ({
    holder: row.holder,
    uscc: row.uscc ?? '',
    place: setting.casework.regionName(row.region),
    label: row.label,
    number: row.number ?? '',
    from: row.from_on,
    until: row.until_on ?? '长期',
  });
  return [
    {
      method: 'GET',
      path: '/public/titles',
      handle: async (context, asked) =>
        pageReply(
          context,
          setting,
          asked,
          keeps.slow,
          titlesPage(await titleKindsInForce(context.db, context.actor.root, context.today), context.today),
        ),
    },
    {
      method: 'GET',
      path: '/public/titles/:kind',
      handle: async (context, asked) => {
        const { db, actor, today } = context;
        const kind = await kindOf(context, asked);
        const of = titlesAsked(context, setting, asked, kind.kind);
        const after = afterOf(asked);
        const found = await listPublicTitles(db, actor.root, of, { after, limit: 50 });
        const page = titlePage({
          kind,
          today,
          ...found,
          rows: found.rows.map(view),
          places: setting.placesOf(actor.root),
          years: await titleYears(db, actor.root, kind.kind, today),
          asked: { text: of.text, region: of.region, year: of.year === undefined ? undefined : String(of.year), after },
        });
        return pageReply(context, setting, asked, keeps.slow, page);
      },
    },
    {
      method: 'GET',
      path: '/public/titles/:kind/export',
      rate: { max: 10, seconds: 60 },
      handle: async (context, asked) => {
        const kind = await kindOf(context, asked);
        const of = titlesAsked(context, setting, asked, kind.kind);
        async function* records() {
          for await (const row of eachPublicTitle(context.db, context.actor.root, of)) yield view(row);
        }
        const sheet = { name: kind.name.slice(0, 30), columns, rows: records() };
        const content = await workbookBytes([sheet], { notes: [`截至 ${context.today} 有效。`] });
        return { kind: 'download', fileName: `${kind.name}有效名单${context.today}.xlsx`, contentType: excel, content };
      },
    },
  ];
};

const registerListPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/registers',
    handle: async (context, asked) =>
      pageReply(context, setting, asked, keeps.slow, registersPage(await publicRegisters(context, setting.registers))),
  },
  {
    method: 'GET',
    path: '/public/registers/:register',
    handle: async (context, asked) => {
      const [text, after] = [textOf(asked), afterOf(asked)];
      const query = { ...(text === undefined ? {} : { text }), ...(after === undefined ? {} : { after }), limit: 50 };
      const register = await readPublicRegister(context, setting.registers, asked.params.register ?? '', query as never);
      return pageReply(context, setting, asked, keeps.slow, registerPage(register, { text, after }));
    },
  },
];

export const listPages = (setting: PortalSetting): PublicPage[] => [...titleListPages(setting), ...registerListPages(setting)];
