// Check characters of identifiers: GB 32100-2015 (credit code), GB 11714-1997 (organisation code), GB 11643-1999 (resident's number).

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0);
}

/** The 18th character that the first 17 of a credit code call for. */
export function creditCodeCheck(first17: string): string {
  return creditAlphabet.charAt((31 - (weighted(first17, creditAlphabet, creditWeights) % 31)) % 31);
}

/** The 9th character that the first 8 of an organisation code call for. */
export function organisationCodeCheck(first8: string): string {
  return '0123456789X'.charAt((11 - (weighted(first8, organisationAlphabet, organisationWeights) % 11)) % 11);
}

/** The 18th character that the first 17 of a resident's number call for. */
export function residentCheck(first17: string): string {
  return '10X98765432'.charAt(weighted(first17, '0123456789', residentWeights) % 11);
}
