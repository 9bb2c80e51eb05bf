// The path of a problem in words: `ipRights[0].kind` is 知识产权 第1行 类别.
import type { Fields } from '#kernel/calculations/frame/fields.ts';
import type { Shape } from './field-views.ts';

function within(type: Shape | undefined, step: string): { readonly words: string; readonly type: Shape | undefined } {
  if (type === undefined) return { words: step, type: undefined };
  if (/^\d+$/.test(step)) return { words: `第${Number(step) + 1}行`, type: type.element };
  if (step === 'kind' && type.kinds !== undefined) return { words: '类型', type: undefined };
  const kinds = Object.values(type.kinds ?? {}).map((kind) => kind.fields);
  const field = [type.fields ?? {}, ...kinds].map((fields) => fields[step]).find((found) => found !== undefined);
  return { words: field?.label ?? step, type: field?.type ?? type.element };
}

export function pathLabel({ input, parameters }: { input: Fields; parameters: Fields }, path: string): string {
  const [first = '', ...rest] = path.split(/[.[\]]+/).filter((step) => step !== '');
  const isParameter = first === 'parameters';
  const steps = isParameter ? rest : [first, ...rest];
  const words: string[] = isParameter ? ['参数'] : [];
  const root: Fields = isParameter ? parameters : input;
  let type: Shape | undefined;
  for (const [index, step] of steps.entries()) {
    const field = index === 0 ? root[step] : undefined;
    const next = index === 0 ? { words: field?.label ?? step, type: field?.type } : within(type, step);
    words.push(next.words);
    type = next.type;
  }
  return words.join(' ');
}
