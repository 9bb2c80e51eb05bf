// A party's cases in its life, and their move when it merges into another.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gardens, gardenSetting, makeGardens } from '#testing/specimen/gardens.ts';
import { caseMover, caseTimeline } from './contract.ts';

let gardens: Gardens;
beforeAll(async () => {
  gardens = await makeGardens();
});
afterAll(() => gardens.app.close());

it('tells when a case was handed in, counts it, and gives it to the survivor unless both have one alive in the same call', async () => {
  const { app, actors, draftOf, submit, read } = gardens;
  const id = await draftOf('firm');
  await submit('firm', id);
  const [from, to] = [actors.firm.party ?? '', actors.other.party ?? ''];
  const source = caseTimeline(gardenSetting);
  const lines = await app.run(actors.city, (context) => source.lines(context, from, 10));
  expect(lines).toMatchObject([{ says: expect.stringMatching(/^提交.+（\d+）$/), href: `/casework/cases/${id}` }]);
  expect(await app.run(actors.city, ({ db }) => caseMover.holding(db, [from, to]))).toEqual(new Map([[from, 1]]));

  const by = { root: actors.city.root, account: actors.city.accountId };
  const region = (await read(id)).region;
  const move = () => app.run(actors.city, ({ db }) => caseMover.move(db, by, from, { id: to, region }));
  await draftOf('other');
  await expect(move()).rejects.toMatchObject({ code: 'TWO_CASES_ALIVE' });
  await app.run(actors.city, ({ db }) => caseMover.move(db, by, to, { id: actors.elsewhere.accountId, region }));
  await move();
  expect(await app.run(actors.city, ({ db }) => caseMover.holding(db, [from, to]))).toEqual(new Map([[to, 1]]));
  expect((await app.as(actors.other).get(`/casework/cases/${id}`)).status).toBe(200);
});
