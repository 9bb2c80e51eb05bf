// Every vocabulary, for pages and endpoints that list them; import a vocabulary's own file where only that one is needed.
import { disciplines } from './disciplines/disciplines.ts';
import { financeSources } from './enterprises/finance-sources.ts';
import { ipKinds } from './enterprises/ip-kinds.ts';
import { rejectionReasons } from './enterprises/rejection-reasons.ts';
import { titleKinds, titleLevels } from './enterprises/titles.ts';
import { highTechFields } from './high-tech-fields/high-tech-fields.ts';
import { industries } from './industries/industries.ts';
import { regions } from './regions/regions.ts';
import type { Vocabulary } from './vocabulary.ts';

export const vocabularies: readonly Vocabulary[] = [
  regions,
  industries,
  highTechFields,
  disciplines,
  ipKinds,
  titleKinds,
  titleLevels,
  rejectionReasons,
  financeSources,
];
