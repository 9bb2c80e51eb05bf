// Reading an authority's result list: rows of a sheet become results of waiting cases, or faults with their cell.

import type { Title } from '#kernel/declare/title.ts';
import type { Option } from '#kernel/fields/field.ts';
import {
  type Cell,
  readCode,
  readDay,
  readOrganisationName,
  readText,
  type TableRow,
  type TemplateColumn,
} from '#platform/sheets/sheets.ts';

export const resultTemplate: readonly TemplateColumn[] = [
  { key: 'uscc', label: '统一社会信用代码', aliases: ['信用代码', '社会信用代码', '企业统一社会信用代码'] },
  { key: 'name', label: '企业名称', aliases: ['单位名称', '名称', '企业全称'], isRequired: true },
  { key: 'outcome', label: '认定结果', aliases: ['结果', '是否通过', '评审结果', '认定结论'], isRequired: true },
  { key: 'number', label: '证书编号', aliases: ['高新技术企业证书编号', '编号'] },
  { key: 'issuedOn', label: '发证日期', aliases: ['发证时间', '批准日期', '认定日期'] },
  { key: 'reasons', label: '未通过原因', aliases: ['原因', '不通过原因', '未通过原因代码'] },
];

export interface WaitingCase {
  readonly id: string;
  readonly version: number;
  readonly uscc: string;
  readonly name: string;
}

export interface ReadResult {
  readonly row: number;
  readonly case: WaitingCase;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ResultFault {
  readonly row: number;
  readonly column?: number;
  readonly address: string;
  readonly message: string;
}

const yes = new Set(['通过', '认定', '是', '合格', '同意', 'granted']);
const no = new Set(['未通过', '不通过', '否', '不合格', '不予认定', '不同意', 'refused']);

/** Finds the case that a row means: by credit code, else by name; never by a guess. */
export class ResultReader {
  readonly #byUscc = new Map<string, WaitingCase>();
  readonly #byName = new Map<string, WaitingCase[]>();
  readonly #seen = new Map<string, number>();
  readonly #reasons: readonly Option[];
  readonly #title: Title | undefined;

  constructor(waiting: readonly WaitingCase[], reasons: readonly Option[], title: Title | undefined) {
    for (const one of waiting) {
      this.#byUscc.set(one.uscc, one);
      this.#byName.set(one.name, [...(this.#byName.get(one.name) ?? []), one]);
    }
    this.#reasons = reasons;
    this.#title = title;
  }

  read({ number: row, cells }: TableRow): ReadResult | ResultFault[] {
    const faults: ResultFault[] = [];
    const fault = (cell: Cell | undefined, label: string, message: string): void => {
      faults.push({
        row,
        ...(cell === undefined ? {} : { column: cell.column }),
        address: cell?.address ?? `第${row}行`,
        message: `${label}：${message}`,
      });
    };
    const value = <T>(key: string, label: string, reading: { value: T | null } | { problem: string }): T | null => {
      if ('value' in reading) return reading.value;
      fault(cells[key], label, reading.problem);
      return null;
    };
    const found = this.#find(
      value('uscc', '统一社会信用代码', readCode(cells.uscc)),
      value('name', '企业名称', readOrganisationName(cells.name)),
      row,
      (message) => fault(cells.uscc ?? cells.name, '企业', message),
    );
    const word = value('outcome', '认定结果', readText(cells.outcome));
    const outcome = word === null ? null : yes.has(word) ? 'granted' : no.has(word) ? 'refused' : null;
    if (outcome === null)
      fault(cells.outcome, '认定结果', word === null ? '没有填写，应为“通过”或“未通过”' : `“${word}”不明确，应为“通过”或“未通过”`);
    const number = value('number', '证书编号', readCode(cells.number));
    const issuedOn = value('issuedOn', '发证日期', readDay(cells.issuedOn));
    if (outcome === 'granted') {
      if (number === null) fault(cells.number, '证书编号', '通过的企业必须填写证书编号');
      else if (this.#title?.numberPattern?.test(number) === false)
        fault(cells.number, '证书编号', `“${number}”不符合${this.#title.name}证书编号的格式`);
      if (issuedOn === null) fault(cells.issuedOn, '发证日期', '通过的企业必须填写发证日期');
    }
    const reasons = this.#readReasons(value('reasons', '未通过原因', readText(cells.reasons)), (message) =>
      fault(cells.reasons, '未通过原因', message),
    );
    if (faults.length > 0 || found === null || outcome === null) return faults;
    const data = outcome === 'granted' ? { outcome, number, issuedOn } : { outcome, ...(reasons.length > 0 && { reasons }) };
    return { row, case: found, data };
  }

  #find(uscc: string | null, name: string | null, row: number, fault: (message: string) => void): WaitingCase | null {
    const named = name === null ? [] : (this.#byName.get(name) ?? []);
    const found = uscc === null ? (named.length === 1 ? named[0] : undefined) : this.#byUscc.get(uscc);
    if (found === undefined) {
      fault(
        named.length > 1
          ? `“${name}”对应多件申请，请填写统一社会信用代码`
          : `没有等待结果的申请（${uscc ?? name ?? '未填写'}），请核对是否已推荐、是否写错`,
      );
      return null;
    }
    const before = this.#seen.get(found.id);
    if (before !== undefined) {
      fault(`与第 ${before} 行重复`);
      return null;
    }
    this.#seen.set(found.id, row);
    return found;
  }

  #readReasons(text: string | null, fault: (message: string) => void): string[] {
    if (text === null) return [];
    const parts = text.split(/[、,，;；\s]+/).filter((part) => part !== '');
    return parts.flatMap((part) => {
      const reason = this.#reasons.find((option) => option.code === part.toUpperCase() || option.name === part);
      if (reason === undefined) fault(`“${part}”不是已有的原因代码，可用 ${this.#reasons.map(({ code }) => code).join('、')}`);
      return reason === undefined ? [] : [reason.code];
    });
  }
}

export const isFault = (result: ReadResult | ResultFault[]): result is ResultFault[] => Array.isArray(result);
