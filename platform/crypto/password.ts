// Hashes passwords with argon2id on the thread pool, peppered with the installation's key, and judges new ones (GB/T 22239, identity).
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { Refusal } from '../refusal.ts';
import type { KeyRing } from './keys.ts';

/** 19 MiB and two passes, the smaller of OWASP's equal settings: some 15 ms, so that a rush of sign-ins does not stop an office server. */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string, ring: KeyRing): Promise<string> =>
  hash(password.normalize('NFKC'), { ...COST, secret: ring.of('password-pepper') });

export async function verifyPassword(stored: string, password: string, ring: KeyRing): Promise<boolean> {
  try {
    return await verify(stored, password.normalize('NFKC'), { secret: ring.of('password-pepper') });
  } catch {
    return false;
  }
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check where no such account exists, so that time does not tell which accounts do. */
export async function verifyNothing(password: string, ring: KeyRing): Promise<false> {
  decoy ??= hashPassword('decoy', ring);
  await verifyPassword(await decoy, password, ring);
  return false;
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** At least ten characters of three classes, and neither the account nor a row of equal characters. */
export function refuseWeakPassword(password: string, account: string): void {
  const length = [...password].length;
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length;
  const tooPlain = account !== '' && password.toLowerCase().includes(account.toLowerCase());
  if (length < 10 || classes < 3) {
    throw new Refusal('WEAK_PASSWORD', '密码至少10个字符，且须包含大写字母、小写字母、数字、符号中的三类。');
  }
  if (length > 128) throw new Refusal('WEAK_PASSWORD', '密码最多128个字符。');
  if (tooPlain || /(.)\1{3}/u.test(password)) throw new Refusal('WEAK_PASSWORD', '密码不能包含账号名，也不能有四个以上连续相同的字符。');
}
