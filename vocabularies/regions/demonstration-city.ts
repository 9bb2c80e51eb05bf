// The fictional city 澜江市 of the fictional province 云泽省: eight counties and three zones, with the weights of its demonstration data.

export const demonstrationProvince = { code: '990000', name: '云泽省' } as const;
export const demonstrationCity = { code: '990100', name: '澜江市' } as const;

/** Other cities of the province, without counties: the city is compared with them by published values. */
export const demonstrationSisters = [
  { code: '990200', name: '澄川市' },
  { code: '990300', name: '云岭市' },
  { code: '990400', name: '泽安市' },
] as const;

export interface DemonstrationCounty {
  readonly code: string;
  readonly name: string;
  readonly short?: string;
  /** The county on whose ground a zone lies; only zones have it. */
  readonly host?: string;
  /** Shares in thousandths of the city's output, of its enterprises, and how often an enterprise here is a technology firm (100 is usual). */
  readonly economy: number;
  readonly enterprises: number;
  readonly technology: number;
}

export const demonstrationCounties: readonly DemonstrationCounty[] = [
  { code: '990102', name: '澜滨区', economy: 168, enterprises: 176, technology: 92 },
  { code: '990103', name: '云汀区', economy: 142, enterprises: 151, technology: 88 },
  { code: '990104', name: '霁湖区', economy: 96, enterprises: 102, technology: 105 },
  { code: '990105', name: '望澜区', economy: 81, enterprises: 94, technology: 80 },
  { code: '990111', name: '青渚区', economy: 72, enterprises: 86, technology: 75 },
  { code: '990121', name: '澜阳县', economy: 64, enterprises: 82, technology: 58 },
  { code: '990122', name: '禾川县', economy: 41, enterprises: 58, technology: 42 },
  { code: '990181', name: '松霁市', economy: 70, enterprises: 79, technology: 62 },
  {
    code: '990171',
    name: '澜江高新技术产业开发区',
    short: '高新区',
    host: '990104',
    economy: 132,
    enterprises: 88,
    technology: 265,
  },
  {
    code: '990172',
    name: '澜江经济技术开发区',
    short: '经开区',
    host: '990111',
    economy: 104,
    enterprises: 61,
    technology: 158,
  },
  { code: '990173', name: '澜江临港新区', short: '临港新区', host: '990105', economy: 30, enterprises: 23, technology: 112 },
];
