// `kechuang evaluate <calculation>`: a JSON document on standard input, its result on standard output.
import type { Command } from 'commander';

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Ends with 0 and a result, or with 2 and a problem on standard error. */
async function evaluate(names: readonly string[]): Promise<void> {
  const { calculationNamed, evaluateDocument, readJson } = await import('#kernel/calculations/run.ts');
  const { InputProblem } = await import('#kernel/calculations/frame/problem.ts');
  try {
    const calculation = await calculationNamed(names);
    const result = evaluateDocument(calculation, readJson(await readStandardInput()));
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    process.stderr.write(`${JSON.stringify(problem.asDocument())}\n`);
    process.exitCode = 2;
  }
}

export function registerEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('法定与政策计算：从标准输入读 JSON，向标准输出写结果')
    .argument('[calculation...]', '计算名称')
    // Whatever else stands on the line makes the name unknown; the command line must not refuse it first.
    .allowUnknownOption()
    .action(evaluate);
}
