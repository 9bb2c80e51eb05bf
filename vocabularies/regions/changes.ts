// Codes that no longer stand, since when, and which codes took over: old files and old titles still carry them.

export interface CodeChange {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  /** First day of the new order; the old code stands until the day before. */
  readonly since: string;
  /** The code that took over. A code whose ground was split would name several. */
  readonly successors: readonly string[];
  /** Was the successor created that day (a county that became a district), or did it already stand? */
  readonly created: boolean;
  readonly basis: string;
}

/** Days are those of the State Council's reply or of the province's notice of it; add a line for each further change. */
export const codeChanges: readonly CodeChange[] = [
  {
    code: '330204',
    name: '江东区',
    parent: '330200',
    since: '2016-09-14',
    successors: ['330212'],
    created: false,
    basis: '国函〔2016〕158号',
  },
  {
    code: '330283',
    name: '奉化市',
    parent: '330200',
    since: '2016-09-14',
    successors: ['330213'],
    created: true,
    basis: '国函〔2016〕158号',
  },
  {
    code: '360122',
    name: '新建县',
    parent: '360100',
    since: '2015-08-05',
    successors: ['360112'],
    created: true,
    basis: '国务院2015年8月批复，撤销新建县，设立南昌市新建区',
  },
  {
    code: '360105',
    name: '湾里区',
    parent: '360100',
    since: '2019-12-24',
    successors: ['360112'],
    created: false,
    basis: '赣府字〔2019〕66号',
  },
];
