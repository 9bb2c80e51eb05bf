// Chooses light or dark and lays the palette on the document as CSS variables, without loading the component library.
import { useSyncExternalStore } from 'react';
import { dark, fonts, light, type Palette, sizes } from './tokens.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type ThemeMode = 'light' | 'dark';

const KEY = 'kechuang.theme';
const listeners = new Set<() => void>();
let printing = false;

function systemPrefersDark(): boolean {
  return typeof window !== 'undefined' && window.matchMedia('(prefers-color-scheme: dark)').matches;
}

export function themeChoice(): ThemeChoice {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Paper is white: while printing the mode is light whatever was chosen. */
export function themeMode(): ThemeMode {
  if (printing) return 'light';
  const choice = themeChoice();
  if (choice === 'system') return systemPrefersDark() ? 'dark' : 'light';
  return choice;
}

export function paletteOf(mode: ThemeMode): Palette {
  return mode === 'dark' ? dark : light;
}

function lay(): void {
  const root = document.documentElement;
  const mode = themeMode();
  root.dataset.theme = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(paletteOf(mode))) root.style.setProperty(`--${name}`, value);
  for (const [name, value] of Object.entries(fonts)) root.style.setProperty(`--font-${name}`, value);
  for (const [name, value] of Object.entries(sizes)) root.style.setProperty(`--size-${name}`, `${value}px`);
}

function changed(): void {
  lay();
  for (const listener of listeners) listener();
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  changed();
}

/** Called once before the first paint. */
export function startTheme(): void {
  lay();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) changed();
  });
  window.matchMedia('print').addEventListener('change', (event) => {
    printing = event.matches;
    changed();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, themeMode, () => 'light');
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice, () => 'system');
}
