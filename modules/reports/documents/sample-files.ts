// Makes small archives and PDF files for the tests, byte by byte.
import { crc32, deflateRawSync } from 'node:zlib';

const littleEndian = (value: number, size: number) => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
};

/** A zip archive; `claimed` makes every entry pretend to unpack to that many bytes. */
export function makeZip(entries: readonly (readonly [string, Uint8Array])[], claimed?: number): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const packed = deflateRawSync(data);
    const size = claimed ?? data.length;
    const common = [littleEndian(20, 2), littleEndian(0, 2), littleEndian(8, 2), littleEndian(0, 4), littleEndian(checksum(data), 4)];
    const sizes = [littleEndian(packed.length, 4), littleEndian(size, 4), littleEndian(name.length, 2), littleEndian(0, 2)];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ...common, ...sizes, Buffer.from(name), packed]);
    const central = [Buffer.from('PK\x01\x02', 'latin1'), littleEndian(20, 2), ...common, ...sizes];
    directory.push(
      Buffer.concat([
        ...central,
        littleEndian(0, 2),
        littleEndian(0, 2),
        littleEndian(0, 2),
        littleEndian(0, 4),
        littleEndian(offset, 4),
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = littleEndian(entries.length, 2);
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    littleEndian(0, 4),
    count,
    count,
    littleEndian(index.length, 4),
    littleEndian(offset, 4),
    littleEndian(0, 2),
  ];
  return Uint8Array.from(Buffer.concat([...parts, index, ...end]));
}

/** The checksum of a zip entry; Node offers it from 20.15 on. */
const checksum = (data: Uint8Array): number => crc32(data);

/** A PDF of one page with one line of Latin text; an empty line makes a page without a text layer. */
export function makePdf(line: string): Uint8Array {
  const content = line === '' ? '0 0 m 10 10 l S' : `BT /F1 12 Tf 50 700 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
