// Starts the browser application: theme before the first paint, then queries and routes.
import './old-browsers.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#ui/query.ts';
import { startTheme } from '#ui/theme-mode.ts';
import { makeRouter } from './router.tsx';
import '#ui/styles/base.css';
import '#ui/styles/print.css';

startTheme();

const client = makeQueryClient();
const router = makeRouter(client);
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
