// What accounts are given by the composition: how passwords are hashed and compared.
import type { KeyRing } from '#platform/crypto/keys.ts';
import { hashPassword, verifyNothing, verifyPassword } from '#platform/crypto/password.ts';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a stored hash it takes as long and fits nothing, so that time does not tell which accounts exist. */
  fits(stored: string | null, password: string): Promise<boolean>;
}

export interface AccountsSetting {
  readonly passwords: Passwords;
}

/** Hashes peppered with the installation's key: a stolen table alone is of no use to anyone. The key is read when first needed. */
export const pepperedPasswords = (ring: () => KeyRing): Passwords => ({
  hash: (password) => hashPassword(password, ring()),
  fits: (stored, password) => (stored === null ? verifyNothing(password, ring()) : verifyPassword(stored, password, ring())),
});
