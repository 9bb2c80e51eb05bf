// The list of items as the report of the year counts it, and each as a dossier of the one shape.
import { describe, expect, it } from 'vitest';
import { compressionOf } from '#kernel/declare/service-item.ts';
import { serviceItems } from './items.ts';
import programme from './programme.ts';

describe('the items at the counter', () => {
  it('are 43: 38 without a visit and five with one, fifteen of them shortened', () => {
    expect(serviceItems).toHaveLength(43);
    expect(serviceItems.filter(({ visits }) => visits === 0)).toHaveLength(38);
    expect(serviceItems.filter(({ promisedBefore }) => promisedBefore !== undefined)).toHaveLength(15);
    expect(new Set(serviceItems.flatMap(({ id, code }) => [id, code])).size).toBe(86);
  });

  it('promise no more than the law allows, and were longer before they were shortened', () => {
    for (const item of serviceItems) {
      expect(item.code).toMatch(/^SYNTHETIC[0-9A-Z]{22}$/);
      expect(item.promise).toBeGreaterThan(0);
      expect(item.promise).toBeLessThanOrEqual(item.legalLimit);
      if (item.promisedBefore !== undefined) expect(item.promisedBefore).toBeGreaterThan(item.promise);
    }
    const [saved, legal] = compressionOf(serviceItems);
    expect(saved / legal).toBeGreaterThan(0.5);
  });

  it('ask for no material that an electronic certificate gives', () => {
    const permit = programme.dossiers.find(({ id }) => id === 'foreign-work-permit');
    expect(Object.values(permit?.form.fields ?? {}).map(({ label }) => label)).not.toContain('营业执照或法人登记证书');
    expect(permit?.stages.map(({ kind }) => kind)).toEqual(['submit', 'receive', 'decide', 'deliver', 'rate']);
  });
});
