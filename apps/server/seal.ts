// What needs the installation's key: sealing personal data and hashing passwords. The key is read when it is first needed.
import { type Passwords, pepperedPasswords } from '#modules/accounts/contract.ts';
import { readConfig } from '#platform/config.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { type KeyRing, loadKeys } from '#platform/crypto/keys.ts';

let ring: KeyRing | undefined;
let cipher: FieldCipher | undefined;

function ownRing(): KeyRing {
  ring ??= loadKeys(readConfig().dataDir);
  return ring;
}

function own(): FieldCipher {
  cipher ??= new FieldCipher(ownRing());
  return cipher;
}

export const seal = {
  seal: (plain: string, place: string): string => own().seal(plain, place),
  open: (stored: string, place: string): string => own().open(stored, place),
};

export const passwords: Passwords = pepperedPasswords(ownRing);
