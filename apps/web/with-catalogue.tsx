// Loads a page together with the catalogue that it reads, so that pages without it stay light.
import type { PageRoute } from './pages.ts';

export const withCatalogue = (route: PageRoute): PageRoute => ({
  ...route,
  load: async () => {
    const [{ default: Page }, { CatalogueProvider }] = await Promise.all([route.load(), import('./catalogue-provider.tsx')]);
    return {
      default: () => (
        <CatalogueProvider>
          <Page />
        </CatalogueProvider>
      ),
    };
  },
});
