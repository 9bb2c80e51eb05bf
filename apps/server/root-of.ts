// The root region of an installation; apart from the server, so that a command need not load it.
import type { Config } from '#platform/config.ts';
import { demonstrationCity } from '#vocabularies/regions/demonstration-city.ts';

/** Without KECHUANG_ROOT the installation is the demonstration city. */
export const rootOf = (config: Config): string => config.root ?? demonstrationCity.code;
