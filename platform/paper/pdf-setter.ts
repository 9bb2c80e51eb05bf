// Sets a paper as PDF with typst; runs in a worker thread, because loading typefaces and setting long tables would stall every request.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type FaceName, faces } from './fonts.ts';
import { type Block, type Paper, writtenDay } from './paper.ts';
import { templateOf } from './pdf-template.ts';
import { titleLines } from './title-lines.ts';

let compiler: { readonly key: string; readonly instance: NodeCompiler } | undefined;

function compilerFor(fontPaths: readonly string[]): NodeCompiler {
  const key = fontPaths.join('\n');
  if (compiler?.key !== key) compiler = { key, instance: NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontPaths] }] }) };
  return compiler.instance;
}

function blockData(block: Block, isLast = false): unknown {
  if (block.kind === 'paragraph') {
    const runs = block.runs.map((run) =>
      typeof run === 'string' ? { text: run, bold: false } : { text: run.text, bold: run.bold ?? false },
    );
    return { kind: block.kind, runs, last: isLast };
  }
  if (block.kind !== 'table') return block;
  const columns = block.columns.map(({ title, align = 'left', weight = 1 }) => ({ title, align, weight }));
  return { ...block, caption: block.caption ?? null, columns };
}

/** The paper as the template reads it: nothing optional inside lists, days written out. */
function dataOf(paper: Paper): unknown {
  const last = paper.blocks.length - 1;
  return {
    ...paper,
    lines: titleLines(paper.title, paper.layout === 'certificate' ? 15 : undefined),
    annexes: paper.annexes ?? [],
    ...(paper.signature && { signature: { agency: paper.signature.agency, date: writtenDay(paper.signature.date) } }),
    ...(paper.imprint && { imprint: { ...paper.imprint, date: writtenDay(paper.imprint.date) } }),
    // A signature never stands alone on a page: the paragraph before it stays with it.
    blocks: paper.blocks.map((block, i) => blockData(block, i === last && paper.signature !== undefined)),
    ...(paper.attached && {
      attached: {
        ...paper.attached,
        lines: titleLines(paper.attached.title),
        blocks: paper.attached.blocks.map((block) => blockData(block)),
      },
    }),
  };
}

export function setPdf(paper: Paper, fontPaths: readonly string[]): Uint8Array {
  const typst = compilerFor(fontPaths);
  const made = typst.compile({ mainFileContent: templateOf(paper.layout), inputs: { paper: JSON.stringify(dataOf(paper)) } });
  const error = made.takeError();
  if (error !== null || made.result === null)
    throw new Error(`typst: ${JSON.stringify(error === null ? null : typst.fetchDiagnostics(error))}`);
  const pdf = typst.pdf(made.result);
  typst.evictCache(10);
  return pdf;
}

/** Of the prescribed typefaces, those that neither the directories nor the system have. */
export function missingFaces(fontPaths: readonly string[]): FaceName[] {
  const typst = compilerFor(fontPaths);
  return (Object.keys(faces) as FaceName[]).filter((name) => {
    const families: readonly string[] = faces[name].statutory;
    const probe = families.map((family) => `#text(font: "${family}")[a]`).join('\n');
    const warnings: readonly { readonly message?: string }[] =
      typst.compile({ mainFileContent: probe }).takeWarnings()?.shortDiagnostics ?? [];
    return warnings.filter(({ message }) => message?.startsWith('unknown font family')).length >= families.length;
  });
}
