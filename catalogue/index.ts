// The catalogue: every system that the bureau runs, one line each.
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import highTechEnterprise from './enterprises/high-tech-enterprise/programme.ts';
import technologySme from './enterprises/technology-sme/programme.ts';
import { publishedIndicators } from './indicators.ts';
import informationItems from './office/information-items.ts';
import partyLessons from './party/party-lessons.ts';
import keyLaboratories from './platforms/key-laboratory.ts';
import makerspace from './platforms/makerspace/programme.ts';
import fundExecution from './policy/fund-execution.ts';
import openChallenge from './projects/open-challenge/programme.ts';
import counterItems from './service/counter-items/programme.ts';
import innovationContest from './talent/innovation-contest/programme.ts';
import overseasLiaisonOffices from './talent/overseas-liaison-offices.ts';
import alliances from './transfer/alliances.ts';
import strategicAgreements from './transfer/strategic-agreements.ts';

const systems = [
  highTechEnterprise,
  technologySme,
  openChallenge,
  innovationContest,
  keyLaboratories,
  makerspace,
  alliances,
  strategicAgreements,
  overseasLiaisonOffices,
  counterItems,
  partyLessons,
  informationItems,
];

export const catalogue = catalogueOf(systems, publishedIndicators, [fundExecution]);
