// The eight conditions in the Zen engine: one expression node, compiled once.
import { ZenEngine } from '@gorules/zen-engine';
import type { Facts } from './cases.ts';

/** Multiplied out, so that its decimals have nothing to round. */
const conditions: Readonly<Record<string, string>> = {
  registered: 'days >= 365',
  owns: 'coreRight == true',
  inField: 'field >= 1 and field <= 8',
  staff: 'scienceStaff * 10 >= averageStaff',
  spends: 'rd * 100 >= sales * (lastSales <= 50000000 ? 5 : (lastSales <= 200000000 ? 4 : 3))',
  atHome: 'domesticRd * 10 >= rd * 6 and rd > 0',
  earns: 'highTechIncome * 10 >= totalIncome * 6 and totalIncome > 0',
  clean: 'violation == false',
};

const verdict = Object.keys(conditions)
  .map((name) => `$.${name}`)
  .join(' and ');

const graph = {
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'rules',
      type: 'expressionNode',
      name: 'rules',
      position: { x: 1, y: 0 },
      content: {
        expressions: [...Object.entries(conditions), ['meets', verdict]].map(([key, value]) => ({ id: key, key, value })),
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
    { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
  ],
};

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));

/** With a trace it also says what each expression came to. */
export async function zenDecides(facts: Facts, trace: boolean): Promise<boolean> {
  const { result } = await decision.evaluate(facts, { trace });
  return result.meets === true;
}
