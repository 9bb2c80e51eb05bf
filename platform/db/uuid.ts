// Ids made in the application: UUID version 7, ordered by time even within one millisecond (RFC 9562, section 6.2, method 1).
import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(10);
let lastMillisecond = 0;
let counter = 0;

export function uuidv7(now: number = Date.now()): string {
  randomFillSync(random);
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = random.readUInt16BE(0) & 0x7ff;
  } else if (++counter > 0xfff) {
    // The counter ran over: borrow the next millisecond rather than go back.
    lastMillisecond += 1;
    counter = 0;
  }
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  random.copy(bytes, 8, 2, 10);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const isUuid = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
