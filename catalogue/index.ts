// The catalogue: every system that the bureau runs, one line each.
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import highTechEnterprise from './enterprises/high-tech-enterprise/programme.ts';
import technologySme from './enterprises/technology-sme/programme.ts';
import informationItems from './office/information-items.ts';
import partyLessons from './party/party-lessons.ts';
import keyLaboratories from './platforms/key-laboratory.ts';
import openChallenge from './projects/open-challenge/programme.ts';
import innovationContest from './talent/innovation-contest/programme.ts';
import overseasLiaisonOffices from './talent/overseas-liaison-offices.ts';
import alliances from './transfer/alliances.ts';
import strategicAgreements from './transfer/strategic-agreements.ts';

export const catalogue = catalogueOf([
  highTechEnterprise,
  technologySme,
  openChallenge,
  innovationContest,
  keyLaboratories,
  alliances,
  strategicAgreements,
  overseasLiaisonOffices,
  partyLessons,
  informationItems,
]);
