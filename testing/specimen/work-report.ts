// Work reports for the tests: one synthetic text read under a title of its own each time, and what became of its figures in the ledger.
import { expect } from 'vitest';
import { catalogue } from '#catalogue/index.ts';
import { figuresActions } from '#modules/figures/actions/index.ts';
import { ledgerOf } from '#modules/figures/contract.ts';
import type { ObservationView } from '#modules/figures/wire.ts';
import { reportsActions } from '#modules/reports/actions/index.ts';
import { stopReading } from '#modules/reports/actions/reading/read-away.ts';
import type { Done, FigureView, Loaded, OpenDocument } from '#modules/reports/wire.ts';
import { countyActor, idOf, makeActor, partyActor } from '../actors.ts';
import { makeApp } from '../app.ts';

const read = ['reports/report:read', 'figures/indicator:read'];
const write = [...read, 'reports/report:write'];
const actors = {
  city: makeActor('市规划', { permissions: [...write, 'figures/entry:post'] }),
  leader: makeActor('局长', { permissions: read }),
  county: countyActor('县科技', '990104', write),
  firm: partyActor('企业', idOf('party'), write),
  otherCity: makeActor('外市', { permissions: write, root: '990200' }),
};

/** Synthetic, like every name and number in it. */
export const TEXT = `云汐市科技局2022年工作总结
一、主要工作
截至2022年底，全市高新技术企业总数达到1372家，同比增长12%。全社会研发经费投入63.7亿元，占地区生产总值比重2.61%，居全省第4位。
全年登记科技成果582项，约310项实现转化。
二、下步打算
力争2023年高新技术企业总数突破1500家。`;

const indicatorId = (name: string): string => [...catalogue.indicators.values()].find((one) => one.name === name)?.id ?? '';
export const stock = indicatorId('高新技术企业总数');

export const figure = ({ figures }: OpenDocument, raw: string): FigureView => {
  const found = figures.find((one) => one.raw === raw);
  if (found === undefined) throw new Error(`no figure ${raw}`);
  return found;
};

/** On a database of its own; the reading that goes on beside the server ends with `close`. */
export async function openReports() {
  const figures = { catalogue, regionName: (code: string) => code, countiesOf: () => ['990104'] };
  const setting = { catalogue, ledger: ledgerOf(figures) };
  const app = await makeApp({ actions: [...reportsActions(setting), ...figuresActions(figures)], actors });
  const close = async () => {
    await app.close();
    await stopReading();
  };

  let copies = 0;
  /** A text of its own each time: the same report is read once. */
  async function load(text = TEXT, place = '云汐市', as: keyof typeof actors = 'city'): Promise<string> {
    const answer = await app
      .as(as)
      .post<Loaded>('/reports/documents/paste', { title: `工作总结之${++copies}`, place, year: 2022, text: `${text}\n（第${copies}稿）` });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.id;
  }
  const open = async (id: string, as: keyof typeof actors = 'city') =>
    (await app.as(as).get<OpenDocument>(`/reports/documents/${id}`)).body;
  const observations = async (id: string) =>
    (await app.as('city').get<{ rows: ObservationView[] }>(`/figures/observations?document=${id}`)).body.rows;
  const accept = (id: string, one: FigureView, indicator: string | null, as: keyof typeof actors = 'city') =>
    app.as(as).post<Done>(`/reports/documents/${id}/accept`, { figures: [{ ordinal: one.ordinal, indicator, version: one.version }] });
  return { app, load, open, observations, accept, close };
}
