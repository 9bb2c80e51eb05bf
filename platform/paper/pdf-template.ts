// The typst source that sets a paper by GB/T 9704-2012. The paper comes as data, so no text of anyone is ever read as source.
import { type FaceName, faces, familiesOf } from './fonts.ts';
import { linePitch, red, sheet, size, tracking, wholeTable } from './measures.ts';

const face = (name: FaceName): string =>
  `#let ${name} = (font: (${familiesOf(name)
    .map((family) => `"${family}"`)
    .join(', ')}), weight: ${faces[name].weight})`;

/** Text boxes are one size high, so that the distance between lines is the pitch, whatever typeface stands in for the statutory one. */
const leading = (points: number, pitch = linePitch): string => `${pitch - points}pt`;

const settings = `
#let paper = json(bytes(sys.inputs.paper))
${(Object.keys(faces) as FaceName[]).map(face).join('\n')}
#let red = rgb("#${red}")
#let has(key) = paper.at(key, default: none) != none
#set document(title: paper.title, date: none)
#set text(lang: "zh", region: "cn", size: ${size.body}pt, tracking: ${tracking}pt, top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, ..body)
#set par(leading: ${leading(size.body)}, spacing: ${leading(size.body)}, justify: true, first-line-indent: (amount: 2em, all: true))
#let flush(it) = { set par(first-line-indent: 0pt); it }
#let blank(lines) = v(lines * ${linePitch}pt, weak: false)
#let run(it) = if it.bold { text(weight: 700, it.text) } else { it.text }
#let title-block(points, pitch, lines: paper.lines) = block(width: 100%, flush({
  set par(leading: pitch - points, justify: false)
  set align(center)
  set text(size: points, tracking: 0pt, ..title)
  lines.join(linebreak())
}))
#let heading-block(it) = block(sticky: true, par(
  if it.level == 1 { text(..hei, it.text) } else if it.level == 2 { text(..kai, it.text) } else if it.level == 3 { text(weight: 700, it.text) } else { it.text }
))
// A table that fits on a page at any rate is not parted; of a longer one no row is torn.
#let table-block(it) = block(width: 100%, above: 14pt, below: 20pt, breakable: it.rows.len() > ${wholeTable}, flush({
  set text(size: ${size.table}pt, tracking: 0pt)
  set par(leading: 6pt, justify: false)
  if it.caption != none { block(sticky: true, width: 100%, align(center, text(size: 14pt, ..hei, it.caption))) }
  table(
    columns: it.columns.map(c => c.weight * 1fr),
    stroke: 0.5pt, inset: (x: 4pt, y: 5pt),
    align: it.columns.map(c => (if c.align == "right" { right } else if c.align == "center" { center } else { left }) + horizon),
    table.header(..it.columns.map(c => table.cell(align: center + horizon, text(..hei, c.title)))),
    ..it.rows.flatten().map(text => table.cell(breakable: false, text)),
  )
}))
#let blocks(all) = for it in all {
  if it.kind == "heading" { heading-block(it) }
  else if it.kind == "paragraph" { block(sticky: it.last, par(it.runs.map(run).join())) }
  else if it.kind == "table" { table-block(it) }
  else { pagebreak(weak: true) }
}
#let annexes() = if paper.annexes.len() > 0 {
  blank(1)
  block(width: 100%, sticky: has("note") and not has("signature"), flush(pad(left: 2em, grid(
    columns: (3em, 1fr), row-gutter: ${leading(size.body)},
    ..paper.annexes.enumerate().map(((i, it)) => (
      if i == 0 [附件：] else [],
      if paper.annexes.len() == 1 { it } else { par(hanging-indent: 1em, [#(i + 1). #it]) },
    )).flatten(),
  ))))
}
// With a seal: the date 4 characters from the right edge, the agency centred over it (7.3.5.1).
#let signature() = if has("signature") {
  blank(2)
  block(width: 100%, breakable: false, flush(context {
    let date = paper.signature.date
    let wide = calc.max(measure(date).width, measure(paper.signature.agency).width)
    let side = calc.max(0pt, 4em.to-absolute() - (wide - measure(date).width) / 2)
    align(right, pad(right: side, box(width: wide, align(center, stack(spacing: ${leading(size.body)}, paper.signature.agency, date)))))
  }))
}
#let note() = if has("note") {
  block(width: 100%, above: 14pt, flush({ set par(leading: 5pt); text(size: ${size.note}pt, tracking: 0pt, fill: luma(110), ..song, paper.note) }))
}
`;

const portrait = `
#set page(
  width: ${sheet.width}mm, height: ${sheet.height}mm,
  margin: (top: ${sheet.top}mm, bottom: ${sheet.bottom}mm, left: ${sheet.left}mm, right: ${sheet.right}mm),
  footer-descent: 7mm,
  footer: context {
    let number = here().page()
    set text(size: ${size.pageNumber}pt, tracking: 0pt, ..song)
    let mark = [— #number —]
    if calc.odd(number) { align(right, pad(right: 1em, mark)) } else { align(left, pad(left: 1em, mark)) }
  },
)
`;

/** The red head: its upper edge 35 mm below that of the text block, fitted to the width; the number; the rule 4 mm below it (7.2.4–7.2.7). */
const head = `
#if paper.layout == "official" and has("agencyMark") {
  v(35mm, weak: false)
  block(width: 100%, flush(align(center, context layout(room => {
    let mark(points) = text(size: points * 1pt, tracking: points * 0.06pt, fill: red, ..title, paper.agencyMark)
    let points = 56
    while measure(mark(points)).width > room.width - 6mm and points > 18 { points -= 1 }
    mark(points)
  }))))
  blank(if has("number") { 2 } else { 1 })
}
#let number() = if has("number") {
  block(width: 100%, flush(if has("signer") {
    pad(x: 1em, grid(columns: (1fr, auto), paper.number, [签发人：#text(..kai, paper.signer)]))
  } else { align(center, paper.number) }))
}
#if paper.layout == "official" {
  number()
  v(4mm, weak: false)
  line(length: 100%, stroke: 1.5pt + red)
  blank(2)
  title-block(${size.title}pt, 32pt)
} else {
  title-block(${size.title}pt, 32pt)
  if has("number") { v(10pt); number() }
}
`;

const text = `
#if has("recipient") { blank(1); block(width: 100%, flush([#paper.recipient：])) } else { blank(1) }
#blocks(paper.blocks)
#annexes()
#signature()
#note()
// The annex's mark stands flush left on its first line, its title on the third (7.3.7).
#if has("attached") {
  pagebreak(weak: true)
  block(width: 100%, flush(text(..hei, paper.attached.mark)))
  blank(1)
  title-block(${size.title}pt, 32pt, lines: paper.attached.lines)
  blank(1)
  blocks(paper.attached.blocks)
}
// The imprint stands at the foot of the last, even page (7.4.1).
#if has("imprint") {
  block(height: 0pt, above: 0pt, below: 0pt)[#metadata(none) <end>]
  context if calc.odd(query(<end>).first().location().page()) { pagebreak() }
  v(1fr)
  block(width: 100%, breakable: false, flush({
    set text(size: 14pt, tracking: 0pt)
    set par(leading: 8pt, spacing: 7pt)
    line(length: 100%, stroke: 0.35mm)
    if paper.imprint.at("copies", default: none) != none {
      pad(x: 1em, par(hanging-indent: 3em, [抄送：#paper.imprint.copies。]))
      line(length: 100%, stroke: 0.25mm)
    }
    pad(x: 1em, grid(columns: (1fr, auto), paper.imprint.office, paper.imprint.date + "印发"))
    line(length: 100%, stroke: 0.35mm)
  }))
}
`;

const certificate = `
#set page(
  width: ${sheet.height}mm, height: ${sheet.width}mm, margin: (x: 42mm, y: 34mm),
  background: place(center + horizon, rect(width: 265mm, height: 178mm, stroke: 2.4pt + red, inset: 2mm, rect(width: 100%, height: 100%, stroke: 0.6pt + red))),
)
#title-block(40pt, 54pt)
#v(12pt)
#if has("number") { block(width: 100%, flush(align(center, text(size: 14pt, ..kai, [编号：#paper.number])))) }
#v(14pt)
#set text(size: 18pt)
#if has("recipient") { block(width: 100%, flush([#paper.recipient：])) }
#blocks(paper.blocks)
#v(1fr)
#signature()
#note()
`;

export const templateOf = (layout: 'official' | 'plain' | 'certificate'): string =>
  layout === 'certificate' ? settings + certificate : settings + portrait + head + text;
