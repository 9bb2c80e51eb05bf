// An address that carries the inputs of a calculation after its #, where no server sees them: compressed JSON, or plain where that is shorter.

/** Longer addresses are cut by chat programs and old browsers. */
export const longestLink = 8_000;
const longestDocument = 1_000_000;

function toText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** At once and without compression, for a link that is drawn with the page. */
export function plainCargo(document: unknown): string {
  return `j${toText(new TextEncoder().encode(JSON.stringify(document)))}`;
}

async function drain(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    // A few bytes can unfold to gigabytes.
    if (size > longestDocument) throw new RangeError('too long');
    parts.push(piece.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** Undefined when it does not fit an address. */
export async function packedCargo(document: unknown): Promise<string | undefined> {
  const plain = plainCargo(document);
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const packed =
    typeof CompressionStream === 'undefined'
      ? plain
      : `z${toText(await drain(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))))}`;
  const shorter = packed.length < plain.length ? packed : plain;
  return shorter.length > longestLink ? undefined : shorter;
}

/** The document, or undefined for anything that is not one. */
export async function readCargo(cargo: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (cargo.length > longestDocument) return undefined;
  try {
    const bytes = toBytes(cargo.slice(1));
    const plain = cargo.startsWith('z') ? await drain(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))) : bytes;
    const value: unknown = JSON.parse(new TextDecoder().decode(plain));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

export const cargoKey = '#in=';

/** The inputs of an address, if it carries any. */
export function cargoOf(hash: string): string | undefined {
  return hash.startsWith(cargoKey) ? hash.slice(cargoKey.length) : undefined;
}
