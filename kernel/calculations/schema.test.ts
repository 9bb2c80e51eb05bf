// The JSON Schema of every calculation is valid by itself and accepts every worked example.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { inputSchemaOf } from './frame/index.ts';
import { examplesOf, listCalculations } from './index.ts';

const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true });
const calculations = await listCalculations();

test.each(calculations.map((calculation) => [calculation.id, calculation] as const))('%s', async (id, calculation) => {
  const validate = ajv.compile(inputSchemaOf(calculation));
  for (const example of await examplesOf(id)) {
    validate(example.in);
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ parameters: { noSuchName: 1 } })).toBe(false);
});
