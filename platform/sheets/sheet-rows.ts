// The rows of one sheet, as its part is unpacked.
import { type Cell, type CellKind, columnLetters, columnNumber, type Row } from './cell.ts';
import { numberText, shiftDecimal } from './decimal-text.ts';
import type { SheetLimits } from './limits.ts';
import { broken, tooLarge } from './refusals.ts';
import { type NumberShape, serialDateText } from './serial-date.ts';
import { attribute, type XmlHandler } from './xml.ts';

export interface SheetContext {
  readonly sharedTexts: readonly string[];
  readonly shapes: readonly NumberShape[];
  readonly is1904: boolean;
  readonly limits: SheetLimits;
}

const readR = attribute('r');
const readS = attribute('s');
const readT = attribute('t');
const readHidden = attribute('hidden');

/** Excel writes control characters as _x000D_. */
const plainText = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

interface Read {
  readonly kind: CellKind;
  readonly text: string;
  readonly number?: string;
}

function readNumber(value: string, shape: NumberShape, is1904: boolean): Read {
  const double = Number(value);
  if (!Number.isFinite(double)) return { kind: 'text', text: value };
  if (shape === 'date') {
    const day = serialDateText(double, is1904);
    if (day !== undefined) return { kind: day.includes('-') ? 'date' : 'text', text: day };
  }
  const number = numberText(double);
  return { kind: 'number', number, text: shape === 'percent' ? `${shiftDecimal(number, 2)}%` : number };
}

/** Turns the events of a sheet's part into rows; `take` gives those that are whole. */
export class SheetRows implements XmlHandler {
  readonly #context: SheetContext;
  #ready: Row[] = [];
  #count = 0;
  #rowNumber = 0;
  #isHidden = false;
  #cells: (Cell | undefined)[] = [];
  #inData = false;
  #column = 0;
  #type = '';
  #style = 0;
  #isFormula = false;
  #value = '';
  #hasValue = false;
  #collect = false;
  #isPhonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): Row[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, raw: string): void {
    switch (name) {
      case 'c':
        this.#openCell(raw);
        return;
      case 'v':
      case 't':
        // A formula's own text, in f, is not what the cell shows.
        this.#collect = this.#inData && !this.#isPhonetic;
        this.#hasValue = this.#hasValue || this.#collect;
        return;
      case 'f':
        this.#isFormula = true;
        return;
      case 'rPh':
        this.#isPhonetic = true;
        return;
      case 'row':
        this.#rowNumber = raw === '' ? this.#rowNumber + 1 : Number(readR(raw) ?? this.#rowNumber + 1);
        this.#isHidden = ['1', 'true'].includes(readHidden(raw) ?? '');
        this.#cells = [];
        this.#column = 0;
        return;
      case 'sheetData':
        this.#inData = true;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.#closeCell();
        return;
      case 'v':
      case 't':
        this.#collect = false;
        return;
      case 'rPh':
        this.#isPhonetic = false;
        return;
      case 'row':
        this.#closeRow();
        return;
      case 'sheetData':
        this.#inData = false;
    }
  }

  text(text: string): void {
    if (this.#collect) this.#value += text;
  }

  #openCell(raw: string): void {
    const address = readR(raw);
    this.#column = address === undefined ? this.#column + 1 : columnNumber(address);
    this.#type = readT(raw) ?? 'n';
    this.#style = Number(readS(raw) ?? 0);
    this.#isFormula = false;
    this.#value = '';
    this.#hasValue = false;
  }

  #closeCell(): void {
    const read = this.#read();
    if (read === undefined) return;
    const column = this.#column;
    if (column < 1) throw broken();
    if (column > this.#context.limits.columns) {
      throw tooLarge(`第 ${this.#rowNumber} 行的内容写到了 ${columnLetters(column)} 列，最多 ${this.#context.limits.columns} 列`);
    }
    const cell = { address: columnLetters(column) + this.#rowNumber, row: this.#rowNumber, column, ...read };
    this.#cells[column - 1] = this.#isFormula ? { ...cell, isFormula: true } : cell;
  }

  #read(): Read | undefined {
    const value = this.#value;
    if (this.#isFormula && (!this.#hasValue || value === '') && this.#type !== 'str') return { kind: 'uncalculated', text: '' };
    if (!this.#hasValue) return undefined;
    switch (this.#type) {
      case 's': {
        const text = this.#context.sharedTexts[Number(value)];
        if (text === undefined) throw broken();
        return text === '' ? undefined : { kind: 'text', text: plainText(text) };
      }
      case 'str':
      case 'inlineStr':
        return value === '' ? undefined : { kind: 'text', text: plainText(value) };
      case 'b':
        return { kind: 'boolean', text: value === '1' || value === 'true' ? '是' : '否' };
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return { kind: 'date', text: value.replace('T', ' ').replace(/ 00:00:00.*$/, '') };
      default:
        return value === '' ? undefined : readNumber(value, this.#context.shapes[this.#style] ?? 'plain', this.#context.is1904);
    }
  }

  #closeRow(): void {
    if (!this.#inData || this.#cells.length === 0) return;
    this.#count += 1;
    if (this.#count > this.#context.limits.rows) throw tooLarge(`一张工作表超过 ${this.#context.limits.rows} 行`);
    if (!(this.#rowNumber >= 1 && this.#rowNumber <= 1_048_576)) throw broken();
    this.#ready.push({ number: this.#rowNumber, isHidden: this.#isHidden, cells: this.#cells });
  }
}
