// An application for recognition that is complete: the answers of the catalogue's own example, in the years of today, with one paper for all.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

export const programme = 'high-tech-enterprise';
const example = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../catalogue/enterprises', programme, 'examples/passes.json'), 'utf8'),
) as { answers: Record<string, unknown> };

/** What the page itself would ask of the server, with the session of the page. */
export async function ask<T>(page: Page, method: string, address: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api${where}`, {
        method: how as string,
        ...(what === undefined ? {} : { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [method, address, body] as const,
  ) as Promise<T>;
}

type Rows = Record<string, unknown>[];

export function completeAnswers(file: unknown): Record<string, unknown> {
  const years = [3, 2, 1].map((back, i) => ({ ...(example.answers.years as Rows)[i], year: new Date().getFullYear() - back }));
  const year = (i: number) => years[i % 3]?.year;
  return {
    ...example.answers,
    years,
    projects: (example.answers.projects as Rows).map((project, i) => ({ ...project, year: year(i) })),
    conversions: (example.answers.conversions as Rows).map((conversion, i) => ({ ...conversion, year: year(i) })),
    auditReports: file,
    specialAudit: file,
    taxReturns: file,
    ipCertificates: file,
  };
}

/** Applies in this year's call as the pages do, without walking through them; returns the case. */
export async function apply(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: { id: string; programme: string; phase: string }[] }>(
    page,
    'GET',
    `/casework/calls?programme=${programme}`,
  );
  const call = rows.find((each) => each.programme === programme && each.phase === '受理中');
  const { id } = await ask<{ id: string }>(page, 'POST', `/casework/calls/${call?.id}/drafts`);
  const file = await page.evaluate(async (where) => {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n% synthetic\n%%EOF\n'], { type: 'application/pdf' }), '材料（演示）.pdf');
    const answer = await fetch(where, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }, `/api/casework/cases/${id}/materials/auditReports`);
  await ask(page, 'PUT', `/casework/cases/${id}/draft`, { version: 0, answers: completeAnswers(file) });
  const { version } = await ask<{ version: number }>(page, 'GET', `/casework/cases/${id}`);
  await ask(page, 'POST', `/casework/cases/${id}/submit`, { version });
  return id;
}
