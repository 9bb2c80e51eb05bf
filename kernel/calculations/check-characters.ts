// Check characters of the national identifiers: weighted sums as their standards define them.

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}

const fullAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714-1997: eight characters of 0-9A-Z; 11 − Σ mod 11, where 10 is X and 11 is 0. */
export function organisationCheck(body: string): string {
  const sum = weightedSum(
    [...body].map((character) => fullAlphabet.indexOf(character)),
    organisationWeights,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** GB 32100-2015 leaves out I, O, S, V and Z. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015: the first seventeen characters; (31 − Σ mod 31) mod 31. */
export function creditCodeCheck(body: string): string {
  const sum = weightedSum(
    [...body].map((character) => creditAlphabet.indexOf(character)),
    creditWeights,
  );
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: seventeen digits; ISO 7064 MOD 11-2. */
export function residentIdCheck(body: string): string {
  return '10X98765432'.charAt(weightedSum([...body].map(Number), residentWeights) % 11);
}

/** What people type: full-width forms, outer blanks and small letters mean the same. */
export function normaliseIdentifier(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}
