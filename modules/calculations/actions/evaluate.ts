// `POST /api/evaluate/<calculation>`: the documents and answers of `kechuang evaluate`, described by the calculation itself.
import { Type } from 'typebox';
import { type Calculation, inputSchemaOf, type ProblemCode } from '#kernel/calculations/frame/index.ts';
import type { Example } from '#kernel/calculations/index.ts';
import { type Action, action, type OwnForm } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { evaluateAway } from './evaluating/evaluate-away.ts';

const codes: readonly ProblemCode[] = ['UNKNOWN_CALCULATION', 'INVALID_JSON', 'MISSING', 'TYPE', 'FORMAT', 'VALUE', 'RANGE', 'CONFLICT'];

const problem = Type.Object(
  {
    error: Type.Object({
      code: Type.String({ description: `${codes.join('、')}；或请求本身被拒绝的代码（如请求过多、内容过大）` }),
      path: Type.String({ description: '出错的字段，相对于案例；与字段无关时为空' }),
      message: Type.String({ description: '中文说明' }),
    }),
  },
  { $id: 'CalculationProblem' },
);

/** The reader of the platform has its own word for what the contract calls INVALID_JSON. */
const form: OwnForm = {
  maxBytes: 1_000_000,
  error: problem,
  refusal: ({ code, message, details }) => ({
    error: { code: code === 'BAD_JSON' ? 'INVALID_JSON' : code, path: details[0]?.where ?? '', message },
  }),
};

const requestsAMinute = 120;

function refuse({ code, path, message }: { code: string; path: string; message: string }): Refusal {
  return new Refusal(code, message, { status: 400, details: [{ where: path, message }] });
}

/** A single case or a batch, with the worked examples of the calculation. */
function bodyOf(calculation: Calculation, examples: readonly Example[]) {
  const batch = { type: 'object', title: '批量', required: ['cases'], properties: { cases: { type: 'array', items: {}, title: '案例' } } };
  return Type.Unsafe<unknown>({
    anyOf: [inputSchemaOf(calculation), batch],
    examples: examples.map((example) => example.in),
  });
}

/** Whole results, since those of the examples shorten their findings. */
function replyOf(calculation: Calculation, examples: readonly Example[]) {
  return Type.Unsafe<unknown>({
    description: '单个案例的结果，或与 cases 同序的结果数组（出错的案例为 {"error":{…}}）',
    examples: examples.map((example) => calculation.evaluate(example.in)),
  });
}

export function evaluateAction(calculation: Calculation, examples: readonly Example[]): Action {
  return action({
    id: `calculations.${calculation.id}`,
    method: 'POST',
    path: `/evaluate/${calculation.id}`,
    summary: `计算：${calculation.name}`,
    permission: 'public',
    writes: false,
    rate: requestsAMinute,
    form,
    body: bodyOf(calculation, examples),
    reply: replyOf(calculation, examples),
    async handle(_context, { body }) {
      if (body === undefined) throw refuse({ code: 'INVALID_JSON', path: '', message: '提交的内容为空，应为一个 JSON 文档' });
      const answer = await evaluateAway(calculation, body);
      if ('problem' in answer) throw refuse(answer.problem);
      return answer.result;
    },
  });
}

/** Any other name. */
export const unknownCalculation: Action = action({
  id: 'calculations.unknown',
  method: 'POST',
  path: '/evaluate/:calculation',
  summary: '计算：名称未列出时说明',
  permission: 'public',
  writes: false,
  rate: requestsAMinute,
  form,
  params: Type.Object({ calculation: Type.String({ maxLength: 100 }) }),
  async handle(_context, { params }) {
    throw refuse({ code: 'UNKNOWN_CALCULATION', path: '', message: `没有名为“${params.calculation}”的计算` });
  },
});
