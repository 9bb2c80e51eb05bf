// Files: stored once by content, refused when too large, disguised or swelling.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOfficeFile, inspectArchive } from './archive.ts';
import { DirectoryStore, sizeText } from './directory-store.ts';
import { checkKind, sniff } from './kind.ts';

let dir: string;
let store: DirectoryStore;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kc-files-'));
  store = new DirectoryStore(path.join(dir, 'files'));
});
afterAll(() => rmSync(dir, { recursive: true }));

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** What the header claims; the truth by default. */
  readonly claims?: number;
  readonly locked?: boolean;
}

/** A zip archive written by hand, so that it can lie. */
function zip(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = content.length, locked = false } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(locked ? 1 : 0, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claims, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    const body = Buffer.concat([local, Buffer.from(name), packed]);
    bodies.push(body);
    directory.push(central, Buffer.from(name));
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

describe('the store', () => {
  it('keeps the same content once and gives it back', async () => {
    const first = await store.put(Buffer.from('内容'), 100);
    const second = await store.put(Readable.from([Buffer.from('内'), Buffer.from('容')]), 100);
    expect(second).toEqual(first);
    expect((await store.read(first.sha256)).toString()).toBe('内容');
    const chunks: Buffer[] = [];
    for await (const chunk of await store.get(first.sha256)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('内容');
    expect(await store.has(first.sha256)).toBe(true);
  });

  it('refuses what is too large and leaves nothing behind', async () => {
    await expect(store.put(Buffer.alloc(101), 100)).rejects.toMatchObject({ status: 413 });
    await expect(
      store.put(
        Readable.from(
          (function* () {
            yield Buffer.alloc(10);
            throw new Error('cut off');
          })(),
        ),
        100,
      ),
    ).rejects.toThrow('cut off');
    expect(await readdir(path.join(dir, 'files', 'incoming'))).toEqual([]);
    await expect(store.get('0'.repeat(64))).rejects.toMatchObject({ status: 404 });
    await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ status: 404 });
    expect(await store.has('../x')).toBe(false);
  });

  it('probes itself and sweeps what a crash left', async () => {
    await store.probe();
    const left = path.join(dir, 'files', 'incoming', 'left');
    writeFileSync(left, 'x');
    expect(await store.sweep(new Date())).toBe(0);
    utimesSync(left, 0, 0);
    expect(await store.sweep(new Date())).toBe(1);
  });

  it('tells sizes', () => expect([12, 2048, 1572864, 3221225472].map(sizeText)).toEqual(['12 字节', '2 KB', '1.5 MB', '3 GB']));
});

describe('kinds', () => {
  it('are known by their first bytes', () => {
    const of = (text: string): string => sniff(Buffer.from(text, 'latin1'));
    expect([
      of('%PDF-1.7'),
      of('PK\x03\x04'),
      of('\x89PNG\r\n\x1a\n'),
      of('\xff\xd8\xff\xe0'),
      of('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    ]).toEqual(['pdf', 'zip', 'png', 'jpg', 'ole']);
    expect(sniff(Buffer.from('\ufeff  <!DOCTYPE html><html>'))).toBe('html');
    expect(sniff(Buffer.from('姓名,金额\n张三,1'))).toBe('text');
    expect(of('MZ\x90\x00\x03')).toBe('unknown');
  });

  it('must be what the name says', () => {
    expect(() => checkKind('页.txt', Buffer.from('<html><script>'), ['txt'])).toThrow('内容不是 txt 格式');
    expect(() => checkKind('表.XLSX', Buffer.from('PK\x03\x04'), ['xlsx'])).not.toThrow();
    expect(() => checkKind('无扩展名', Buffer.from('x'), ['pdf', 'docx'])).toThrow('只接受 pdf、docx 文件');
  });
});

describe('archives', () => {
  const sheet = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };

  it('pass when they are what they say', async () => {
    await expect(checkOfficeFile(zip([sheet]), 'xlsx')).resolves.toBeUndefined();
    await expect(checkOfficeFile(zip([sheet]), 'docx')).rejects.toThrow('内容不是 docx 格式');
  });

  it('are refused when they swell, lie about it, hold too much, are locked or broken', async () => {
    const limits = { maxEntries: 3, maxBytes: 5_000_000, maxRatio: 100 };
    const zeros = Buffer.alloc(4_000_000);
    await expect(inspectArchive(zip([{ name: 'a', content: zeros }]), limits)).rejects.toThrow('膨胀倍数过高');
    await expect(inspectArchive(zip([{ name: 'a', content: zeros, claims: 10 }]), limits)).rejects.toMatchObject({ status: 422 });
    await expect(inspectArchive(zip([1, 2, 3, 4].map((n) => ({ name: `${n}`, content: Buffer.from('x') }))), limits)).rejects.toThrow(
      '条目过多',
    );
    await expect(inspectArchive(zip([{ name: 'a', content: Buffer.from('x'), claims: 6_000_000 }]), limits)).rejects.toThrow('过大');
    await expect(inspectArchive(zip([{ ...sheet, locked: true }]), limits)).rejects.toThrow('打开密码');
    await expect(inspectArchive(Buffer.from('PK not an archive'), limits)).rejects.toThrow('已损坏');
    expect((await inspectArchive(zip([sheet]))).unpackedBytes).toBe(11);
  });
});
