// Guards against archives that swell when opened: office files are zip archives, and so are bombs.
import yauzl from 'yauzl';
import { Refusal } from '../refusal.ts';

export interface ArchiveLimits {
  readonly maxEntries: number;
  /** All entries unpacked, in bytes. */
  readonly maxBytes: number;
  /** Unpacked to packed, for entries of more than a megabyte. */
  readonly maxRatio: number;
}

export const OFFICE_LIMITS: ArchiveLimits = { maxEntries: 5_000, maxBytes: 600_000_000, maxRatio: 200 };

export interface ArchiveFacts {
  readonly names: readonly string[];
  readonly unpackedBytes: number;
}

const bomb = (why: string): Refusal =>
  new Refusal('ARCHIVE_UNSAFE', `文件展开后${why}，疑似异常文件，已拒绝。请用办公软件另存为新文件后再上传。`, { status: 422 });

const broken = (): Refusal =>
  new Refusal('ARCHIVE_BROKEN', '文件已损坏，无法打开。请用办公软件打开后另存为新文件，再上传。', { status: 422 });

const openArchive = (content: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error !== null || archive === undefined) reject(broken());
      else resolve(archive);
    });
  });

const unpackedSize = (archive: yauzl.ZipFile, entry: yauzl.Entry, budget: number): Promise<number> =>
  new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) return reject(broken());
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > budget) {
          stream.destroy();
          reject(bomb('过大'));
        }
      });
      stream.on('end', () => resolve(size));
      stream.on('error', () => reject(broken()));
    });
  });

function checkDeclared(entry: yauzl.Entry, declared: number, limits: ArchiveLimits): void {
  if (declared > limits.maxBytes) throw bomb('过大');
  if (entry.uncompressedSize > 1_048_576 && entry.uncompressedSize / Math.max(1, entry.compressedSize) > limits.maxRatio)
    throw bomb('膨胀倍数过高');
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    throw new Refusal('ARCHIVE_LOCKED', '文件设有打开密码，系统无法读取。请取消密码后再上传。', { status: 422 });
  }
}

/** Checks what the archive declares and, with `measure`, what really comes out; a lying header does not help. */
export async function inspectArchive(content: Buffer, limits: ArchiveLimits = OFFICE_LIMITS, measure = true): Promise<ArchiveFacts> {
  const archive = await openArchive(content);
  if (archive.entryCount > limits.maxEntries) throw bomb('条目过多');
  return new Promise((resolve, reject) => {
    const names: string[] = [];
    let declared = 0;
    let real = 0;
    const onEntry = async (entry: yauzl.Entry): Promise<void> => {
      names.push(entry.fileName);
      declared += entry.uncompressedSize;
      checkDeclared(entry, declared, limits);
      if (measure && !entry.fileName.endsWith('/')) real += await unpackedSize(archive, entry, limits.maxBytes - real);
      archive.readEntry();
    };
    archive.on('entry', (entry: yauzl.Entry) => {
      onEntry(entry).catch((error: unknown) => {
        archive.close();
        reject(error);
      });
    });
    archive.on('end', () => resolve({ names, unpackedBytes: measure ? real : declared }));
    archive.on('error', () => reject(broken()));
    archive.readEntry();
  });
}

const MARKS: Readonly<Record<string, RegExp>> = {
  docx: /^word\//,
  xlsx: /^xl\//,
  pptx: /^ppt\//,
  ofd: /^OFD\.xml$/i,
};

/** Refuses an office file that is unsafe, or is another kind of archive under an office name. */
export async function checkOfficeFile(content: Buffer, extension: string, limits: ArchiveLimits = OFFICE_LIMITS): Promise<void> {
  const mark = MARKS[extension];
  const { names } = await inspectArchive(content, limits);
  if (mark !== undefined && !names.some((name) => mark.test(name))) {
    throw new Refusal('FILE_CONTENT', `文件内容不是 ${extension} 格式（可能只是改了扩展名），请用办公软件另存后再上传。`, { status: 422 });
  }
}
