// Seals personal data with the installation's key, which is read when the first value is sealed or opened.
import { readConfig } from '#platform/config.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { loadKeys } from '#platform/crypto/keys.ts';

let cipher: FieldCipher | undefined;

function own(): FieldCipher {
  cipher ??= new FieldCipher(loadKeys(readConfig().dataDir));
  return cipher;
}

export const seal = {
  seal: (plain: string, place: string): string => own().seal(plain, place),
  open: (stored: string, place: string): string => own().open(stored, place),
};
