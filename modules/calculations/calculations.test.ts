// Calculations over HTTP: the results and problems of the command line, described by each calculation, open to all and limited.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculationIds, examplesOf, findCalculation } from '#kernel/calculations/index.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { evaluateAway, stopEvaluating } from './actions/evaluating/evaluate-away.ts';
import { calculationsActions } from './actions/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: await calculationsActions() });
});
afterAll(async () => {
  await stopEvaluating();
  await app.close();
});

const post = (calculation: string, body: unknown) => app.anonymous.post(`/evaluate/${calculation}`, body);
const raw = (calculation: string, payload: string, type = 'application/json') =>
  app.app.inject({ method: 'POST', url: `/api/evaluate/${calculation}`, payload, headers: { 'content-type': type } });
const number = { idNumber: '11010519491231002X' };

describe('anyone', () => {
  it.each(calculationIds)('evaluates the examples of %s', async (id) => {
    const calculation = await findCalculation(id);
    for (const example of await examplesOf(id)) {
      const answer = await post(id, example.in);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(calculation?.evaluate(example.in));
    }
  });

  it('evaluates a batch, each bad case in its place', async () => {
    const { status, body } = await post('resident-id', { cases: [number, {}, 5] });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { verdict: 'VALID' },
      { error: { code: 'MISSING', path: 'idNumber' } },
      { error: { code: 'TYPE', path: '' } },
    ]);
  });
});

describe('a problem', () => {
  it.each([
    ['resident-id', {}, { code: 'MISSING', path: 'idNumber' }],
    ['resident-id', [number], { code: 'TYPE', path: '' }],
    ['resident-id', { cases: {} }, { code: 'TYPE', path: 'cases' }],
    ['tech-sme', { asOf: '2025-02-30' }, { code: 'FORMAT', path: 'asOf' }],
    ['tech-sme', { asOf: '2025-01-01', parameters: { luck: 1 } }, { code: 'VALUE', path: 'parameters.luck' }],
    ['no-such', number, { code: 'UNKNOWN_CALCULATION', path: '' }],
  ])('of %s with %j is %j', async (id, given, error) => {
    const answer = await post(id, given);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: { ...error, message: expect.stringMatching(/\p{Script=Han}/u) } });
  });

  it.each(['', '{', '{} {}', 'x'])('%j is no JSON document', async (payload) => {
    const answer = await raw('resident-id', payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'INVALID_JSON', path: '' } });
    expect(Object.keys(answer.json().error)).toEqual(['code', 'path', 'message']);
  });

  it('of the request itself has the same form', async () => {
    const tooLarge = await raw('resident-id', JSON.stringify({ idNumber: 'x'.repeat(1_000_001) }));
    expect([tooLarge.statusCode, tooLarge.json().error]).toEqual([413, { code: 'BODY_TOO_LARGE', path: '', message: expect.any(String) }]);
    const plain = await raw('resident-id', 'x', 'text/plain');
    expect([plain.statusCode, plain.json().error.code]).toEqual([415, 'BAD_MEDIA_TYPE']);
  });
});

describe('limits', () => {
  it('a number of requests a minute for each address', async () => {
    const strict = await makeApp({ actions: (await calculationsActions()).map((each) => ({ ...each, rate: 2 })) });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await strict.anonymous.post('/evaluate/resident-id', number)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await strict.close();
  });

  it('long documents are evaluated away from the requests, with the same results', async () => {
    const calculation = await findCalculation('resident-id');
    if (calculation === undefined) throw new Error('no calculation');
    const cases = Array.from({ length: 2000 }, () => number);
    const { result } = (await evaluateAway(calculation, { cases })) as { result: unknown[] };
    expect(result).toHaveLength(2000);
    expect(result[1999]).toEqual(calculation.evaluate(number));
    await expect(evaluateAway(calculation, { cases: 1 })).resolves.toMatchObject({ problem: { code: 'TYPE', path: 'cases' } });
  });
});

it('every calculation is described with its schema, its problems and worked examples', async () => {
  const answer = await app.app.inject({ url: '/api/openapi.json' });
  const { paths, components } = answer.json();
  /** One example stands by itself, several under names. */
  const shown = (media: { example?: unknown; examples?: Record<string, { value: unknown }> }) =>
    media.example === undefined ? Object.values(media.examples ?? {}).map(({ value }) => value) : [media.example];
  for (const id of calculationIds) {
    const operation = paths[`/api/evaluate/${id}`].post;
    const body = operation.requestBody.content['application/json'];
    expect(body.schema.anyOf[0].$ref).toMatch(/^#\/components\/schemas\//);
    const examples = await examplesOf(id);
    expect(shown(body)).toEqual(examples.map((example) => example.in));
    expect(shown(operation.responses['200'].content['application/json'])).toHaveLength(examples.length);
    expect(operation.responses['4XX'].content['application/json'].schema.$ref).toContain('CalculationProblem');
  }
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['tech-sme-input', 'CalculationProblem']));
});
