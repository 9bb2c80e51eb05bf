// The catalogue: every system that the bureau runs, one line each.
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import highTechEnterprise from './enterprises/high-tech-enterprise/programme.ts';

export const catalogue = catalogueOf([highTechEnterprise]);
