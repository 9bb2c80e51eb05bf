// What nobody has told of a party: every fact of the register that a test does not care for is unknown.

export const unknownFacts = {
  legalPerson: null,
  address: null,
  registeredCapital: null,
  foundedOn: null,
  industry: null,
  field: null,
  scale: null,
  aboveScale: null,
} as const;
