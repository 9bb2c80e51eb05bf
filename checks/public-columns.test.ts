// Every key that a stage of the catalogue lays open exists and holds no personal data.
import { expect, it } from 'vitest';
import { catalogue } from '#catalogue/index.ts';
import { publicColumns } from '#kernel/faces/publication.ts';

it('lays open only what a form asks and what is nobody’s personal data', () => {
  for (const dossier of catalogue.programmes.flatMap((programme) => programme.dossiers)) {
    for (const stage of dossier.stages) {
      if (stage.kind === 'public-notice') expect(() => publicColumns(dossier, stage), dossier.id).not.toThrow();
      if (stage.kind !== 'board') continue;
      const personal = stage.shows.filter((key) => ['person', 'contact', 'address', 'file'].includes(dossier.form.fields[key]?.kind ?? ''));
      expect(personal, dossier.id).toEqual([]);
    }
  }
});
