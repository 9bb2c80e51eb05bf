// Checks what comes in against the declared schemas and says in Chinese what is wrong with which field.
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { Refusal, type RefusalDetail } from '../refusal.ts';
import { closed, type JsonSchema } from './schemas.ts';

export type Part = 'params' | 'query' | 'body';

const CALENDAR = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return CALENDAR.test(text) && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
  date: isDay,
  'date-time': (text) =>
    /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text)),
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text),
  email: (text) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text),
  uri: (text) => URL.canParse(text),
  decimal: (text) => /^-?\d{1,18}(\.\d{1,6})?$/.test(text),
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  null: '空',
};

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  uuid: '编号',
  date: '日期（如2026-03-01）',
  'date-time': '时间（如2026-03-01T09:00:00+08:00）',
  time: '时刻（如09:00）',
  email: '电子邮箱',
  uri: '网址',
  decimal: '数字（小数不超过6位）',
};

type Verbose = ErrorObject<string, Record<string, unknown>, unknown>;

const schemaAt = (schema: AnySchemaObject | undefined, name: string): Record<string, unknown> | undefined =>
  (schema?.properties as Record<string, Record<string, unknown>> | undefined)?.[name];

const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

const list = (values: readonly unknown[]): string => values.map(String).join('、');

const SENTENCES: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  type: ({ type }) =>
    `须为${[type]
      .flat()
      .map((name) => TYPE_NAMES[String(name)] ?? String(name))
      .join('或')}`,
  format: ({ format }) => `不是正确的${FORMAT_NAMES[String(format)] ?? String(format)}`,
  enum: ({ allowedValues }) => `只能是：${list(allowedValues as unknown[])}`,
  const: ({ allowedValue }) => `只能是：${String(allowedValue)}`,
  minLength: ({ limit }) => (limit === 1 ? '不能为空' : `至少 ${limit} 个字`),
  maxLength: ({ limit }) => `最多 ${limit} 个字`,
  minimum: ({ limit }) => `不能小于 ${limit}`,
  maximum: ({ limit }) => `不能大于 ${limit}`,
  exclusiveMinimum: ({ limit }) => `须大于 ${limit}`,
  exclusiveMaximum: ({ limit }) => `须小于 ${limit}`,
  multipleOf: ({ multipleOf }) => `须为 ${multipleOf} 的整数倍`,
  minItems: ({ limit }) => `至少要有 ${limit} 项`,
  maxItems: ({ limit }) => `最多 ${limit} 项`,
  uniqueItems: () => '各项不能重复',
  pattern: () => '格式不正确',
};

function detailOf(error: Verbose, titles: ReadonlyMap<string, string>): RefusalDetail {
  const at = pathOf(error.instancePath);
  const params = error.params as Record<string, unknown>;
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (error.keyword === 'required') {
    const name = String(params.missingProperty);
    return { where: below(name), message: `缺少「${String(schemaAt(error.parentSchema, name)?.title ?? name)}」，请填写` };
  }
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    const name = String(params.additionalProperty ?? params.unevaluatedProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    return { where: below(name), message: `没有「${name}」这一项${known.length > 0 ? `，可用的有：${list(known)}` : ''}` };
  }
  const title = String(error.parentSchema?.title ?? titles.get(error.instancePath) ?? (at === '' ? '内容' : at));
  if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
    const constants = (error.schema as Record<string, unknown>[]).map((branch) => branch.const);
    return {
      where: at,
      message: `「${title}」${constants.every((value) => value !== undefined) ? `只能是：${list(constants)}` : '不符合要求'}`,
    };
  }
  return { where: at, message: `「${title}」${SENTENCES[error.keyword]?.(params) ?? '不符合要求'}` };
}

const isChoice = (error: Verbose): boolean => error.keyword === 'anyOf' || error.keyword === 'oneOf';

/** A value that fits none of several shapes gives an error for each shape: keep the one that helps. */
function telling(errors: readonly Verbose[]): Verbose[] {
  const choices = errors.filter(isChoice);
  return errors.filter((error) => {
    const around = choices.find((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`));
    if (around !== undefined) {
      const branches = around.schema as Record<string, unknown>[];
      if (branches.every((branch) => branch.const !== undefined)) return false;
      return !(error.keyword === 'type' && (error.params as { type?: unknown }).type === 'null');
    }
    if (!isChoice(error)) return true;
    const branches = error.schema as Record<string, unknown>[];
    if (branches.every((branch) => branch.const !== undefined)) return true;
    return !errors.some((other) => other !== error && other.schemaPath.startsWith(`${error.schemaPath}/`));
  });
}

function refusalOfErrors(errors: readonly ErrorObject[]): Refusal {
  const seen = new Map<string, RefusalDetail>();
  // Within a choice of shapes the title stands at the choice itself.
  const titles = new Map(
    (errors as Verbose[]).flatMap((error): [string, string][] =>
      error.parentSchema?.title === undefined ? [] : [[error.instancePath, String(error.parentSchema.title)]],
    ),
  );
  for (const error of telling(errors as Verbose[])) {
    const detail = detailOf(error, titles);
    seen.set(`${detail.where}|${detail.message}`, detail);
  }
  const details = [...seen.values()].slice(0, 100);
  const first = details[0]?.message ?? '内容不符合要求';
  const more = details.length > 1 ? `（另有 ${details.length - 1} 处）` : '';
  return new Refusal('BAD_INPUT', `${first}${more}。`, { status: 400, details });
}

/** Compiles schemas: text from addresses is turned into numbers where a number is declared, bodies are taken as they are. */
export class Validators {
  readonly #strict: Ajv2020;
  readonly #lenient: Ajv2020;

  constructor(shared: readonly JsonSchema[]) {
    const options = { allErrors: true, verbose: true, strict: false, removeAdditional: false, useDefaults: true, formats: FORMATS };
    this.#strict = new Ajv2020({ ...options, coerceTypes: false });
    this.#lenient = new Ajv2020({ ...options, coerceTypes: 'array' });
    for (const schema of shared) {
      this.#strict.addSchema(closed(schema));
      this.#lenient.addSchema(closed(schema));
    }
  }

  compile(schema: JsonSchema, part: Part): ValidateFunction {
    return (part === 'body' ? this.#strict : this.#lenient).compile(closed(schema));
  }
}

/** Runs a check and throws the refusal. */
export function mustFit(check: ValidateFunction, value: unknown): void {
  if (check(value) !== true) throw refusalOfErrors(check.errors ?? []);
}

/** The part of a request by Fastify's name for it. */
export const partOf = (httpPart: string | undefined): Part => (httpPart === 'body' ? 'body' : httpPart === 'params' ? 'params' : 'query');

/** A check as Fastify wants it. */
export function checker(validators: Validators, schema: JsonSchema, part: Part): (value: unknown) => { value: unknown } | { error: Error } {
  const check = validators.compile(schema, part);
  return (value) => (check(value) === true ? { value } : { error: refusalOfErrors(check.errors ?? []) });
}
