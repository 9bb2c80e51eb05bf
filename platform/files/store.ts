// Files by content hash behind an interface shaped like an object store.

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

export interface FileStore {
  /** Stores a stream, refusing it past `maxBytes`; the same content is stored once. Durable when it returns. */
  put(content: NodeJS.ReadableStream | Buffer, maxBytes: number): Promise<StoredFile>;
  get(sha256: string): Promise<NodeJS.ReadableStream>;
  read(sha256: string): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
}
