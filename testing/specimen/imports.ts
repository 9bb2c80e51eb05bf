// The register with its imports for the tests: a workbook of given rows, sent, written and taken back by officers of city and county.
import ExcelJS from 'exceljs';
import { title } from '#kernel/declare/title.ts';
import { permissionsOf } from '#modules/accounts/model/roles.ts';
import { registryActions } from '#modules/registry/actions/index.ts';
import { knownTitles } from '#modules/registry/setting.ts';
import type { ImportReport, PartyPage, PartyProfile } from '#modules/registry/wire.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { countyActor, makeActor } from '../actors.ts';
import { type Answer, makeApp } from '../app.ts';

export const HNTE = title('high-tech-enterprise', '高新技术企业', { level: 'NATIONAL', validity: 36, numberPattern: /^GR\d{12}$/ });
const actors = {
  city: makeActor('市局', { permissions: permissionsOf(['city-officer']) }),
  binjiang: countyActor('澜滨经办', '990102', permissionsOf(['county-officer'])),
  tax: countyActor('税务经办', '990102', permissionsOf(['county-tax-officer'])),
};
export type Refused = { error: { code: string; message: string; details: { where: string; message: string }[] } };
export type Cell = string | number | Date | null | { formula: string; result?: unknown };

export const header = ['序号', '企业名称', '统一社会信用代码', '县区', '注册资本（万元）', '成立时间', '所属行业', '备注'];

export async function sheet(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('名单');
  for (const row of rows) page.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** On a database of its own. */
export async function openImports() {
  const setting = {
    titles: knownTitles([{ title: HNTE, measures: ['high-tech-enterprise.in-force'] }]),
    seal: new FieldCipher(ringOf(Buffer.alloc(32, 3))),
    timelineSources: [],
    movers: [],
  };
  const app = await makeApp({ actions: registryActions(setting), actors });
  const send = async (kind: string, content: Buffer, who = 'city', options: object = {}): Promise<Answer<ImportReport & Refused>> =>
    app.as(who).upload('/registry/imports', { fileName: '名单.xlsx', content, fields: { kind, options: JSON.stringify(options) } });
  const commit = (id: string, body: object = {}, who = 'city') =>
    app.as(who).post<ImportReport & Refused>(`/registry/imports/${id}/commit`, body);
  const undo = (id: string, body: object = {}, who = 'city') =>
    app.as(who).post<ImportReport & Refused>(`/registry/imports/${id}/undo`, { reason: '导错了文件', ...body });
  const byName = async (name: string, who = 'city'): Promise<PartyProfile | undefined> => {
    const { body } = await app.as(who).get<PartyPage>(`/registry/parties?q=${encodeURIComponent(name)}`);
    const id = body.rows.find((row) => row.name === name)?.id;
    return id === undefined ? undefined : (await app.as(who).get<PartyProfile>(`/registry/parties/${id}`)).body;
  };
  return { app, send, commit, undo, byName };
}
