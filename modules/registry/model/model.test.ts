// How names, codes, figures and titles are read, compared and judged: the pure part of the register.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeCode } from './credit-code.ts';
import { disagreements } from './finance-agreement.ts';
import { type FinanceValues, financeItems } from './finance-items.ts';
import { readItems, readRange } from './list-query.ts';
import { coreKey, differsByOne, nameKey, nearKeys, placeKeys, tidyName } from './name-keys.ts';
import { spell } from './pinyin.ts';
import { figuresByYear, warningsOf } from './profile.ts';
import { readQuery, searchWords } from './search-words.ts';
import { timelineWords } from './timeline-words.ts';
import { holdsOn, stockOfEnd, stockOfGrant, titleState } from './title-validity.ts';

describe('a name', () => {
  test('is stored with the brackets of its licence and compared without them', () => {
    expect(tidyName(' 澜江 华星(集团) 有限公司 ')).toBe('澜江华星（集团）有限公司');
    expect(tidyName('ABC  Tech  (China)')).toBe('ABC Tech （China）');
    expect(nameKey('澜江华星（集团）有限公司')).toBe(nameKey('澜江 华星(集团)有限公司'));
    expect(nameKey('Ａ·Ｂ－Ｃ公司')).toBe('abc公司');
  });

  test('has a core without place and legal form, unless nothing would be left', () => {
    const places = placeKeys(['云泽省', '澜江市', '高新区']);
    for (const name of [
      '澜江市华星科技有限公司',
      '云泽省澜江华星科技股份有限公司',
      '华星科技（澜江）有限公司',
      '高新区华星科技集团有限公司',
    ]) {
      expect(coreKey(name, places), name).toBe('华星科技');
    }
    expect(coreKey('澜江市公司', places)).toBe('澜江市公司');
  });

  test('is near another when they share what is left without one character', () => {
    expect(differsByOne('华星科技', '华兴科技')).toBe(true);
    expect(differsByOne('华星科技', '华星新科技')).toBe(true);
    expect(differsByOne('华星科技', '科技华星')).toBe(false);
    const word = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 2, maxLength: 6 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, (a, b) => {
        const shares = nearKeys(a).some((key) => nearKeys(b).includes(key));
        if (differsByOne(a, b)) expect(shares).toBe(true);
      }),
    );
  });

  test('is spelled in full and by initials, letters and digits as they stand', () => {
    expect(spell('重庆长安（厦门）A1银行')).toEqual({ full: 'chongqingchanganxiamena1yinhang', initials: 'cqcaxmayh' });
  });
});

describe('a search', () => {
  const found = (name: string, text: string): boolean => {
    const words = new Set(searchWords(name, spell(name)));
    const query = readQuery(text);
    if (query.kind === 'nothing') return false;
    return query.ways.some(({ words: wanted }) =>
      wanted.split(' & ').every((part) => {
        const word = part.replaceAll(/^'|'(:\*)?$/g, '');
        return part.endsWith(':*') ? [...words].some((each) => each.startsWith(word)) : words.has(word);
      }),
    );
  };

  test('finds every part of a name, its initials and its spelling', () => {
    const name = '澜江华星智能科技有限公司';
    for (const text of ['华', '司', '华星', '星智能', '澜江华星智能科技有限公司', 'hxzn', 'l', 'huaxing', 'zhinengkeji'])
      expect(found(name, text), text).toBe(true);
    for (const text of ['星华', '华兴', 'hxkj ltd', '——', '']) expect(found(name, text), text).toBe(false);
    const letters = [...name];
    fc.assert(
      fc.property(fc.nat(letters.length - 1), fc.nat(letters.length - 1), (a, b) => {
        const part = letters.slice(Math.min(a, b), Math.max(a, b) + 1).join('');
        expect(found(name, part)).toBe(true);
      }),
    );
  });

  test('takes the beginning of a credit code for one, and nothing of a text can leave its quotes', () => {
    expect(readQuery('91990102ma')).toMatchObject({ kind: 'code', prefix: '91990102MA' });
    expect(readQuery('ａｂｃ')).toMatchObject({ kind: 'name' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = readQuery(text);
        if (query.kind !== 'nothing')
          for (const way of query.ways) expect(way.words).toMatch(/^('[#~]?[\p{L}\p{N}]+'(:\*)?)( & '[#~]?[\p{L}\p{N}]+')*$/u);
      }),
    );
  });
});

describe('a credit code', () => {
  test('of a wrong form says where, one of a wrong check character says what it should be', () => {
    expect(judgeCode('９１３６０１００ma0a1b2c2p')).toEqual({ code: '91360100MA0A1B2C2P', verdict: 'VALID', says: null });
    expect(judgeCode('91360100MA0A1B2C2X')).toMatchObject({ verdict: 'WARNING', says: expect.stringContaining('应为 P') });
    expect(judgeCode('9136010OMA0A1B2C2P')).toMatchObject({ verdict: 'INVALID', says: expect.stringContaining('“O”') });
    expect(judgeCode('9.1360100E+17')).toMatchObject({ verdict: 'INVALID', says: expect.stringContaining('科学计数法') });
    expect(judgeCode('')).toMatchObject({ verdict: 'INVALID' });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ['VALID', 'WARNING', 'INVALID'].includes(judgeCode(text).verdict)));
  });
});

describe('figures', () => {
  const none = Object.fromEntries(financeItems.map((item) => [item.key, null])) as FinanceValues;
  const of = (source: 'AUDIT' | 'TAX' | 'APPLICATION' | 'STATISTICS', values: Partial<FinanceValues>) => ({
    source,
    values: { ...none, ...values },
  });

  test('agree to 0.01 万元, and unknown disagrees with nobody', () => {
    expect(disagreements([of('AUDIT', { sales: '1000100.00' }), of('TAX', { sales: '1000000.00' }), of('APPLICATION', {})])).toEqual([]);
    expect(disagreements([of('AUDIT', { sales: '1000100.01' }), of('TAX', { sales: '1000000.00' })])).toMatchObject([
      { key: 'sales', level: 'conflict', gap: '100.01', says: '销售收入各来源相差0.01万元，应当一致' },
    ]);
    expect(disagreements([of('AUDIT', { netAssets: '-5.00' }), of('TAX', { netAssets: '96.00' })])).toMatchObject([{ gap: '101' }]);
  });

  test('of statistics follow their own calibre: only R&D beyond a tenth wants a word', () => {
    expect(disagreements([of('AUDIT', { sales: '100000' }), of('STATISTICS', { sales: '1' })])).toEqual([]);
    expect(disagreements([of('AUDIT', { rdExpense: '1000' }), of('STATISTICS', { rdExpense: '900' })])).toEqual([]);
    expect(disagreements([of('AUDIT', { rdExpense: '1000' }), of('STATISTICS', { rdExpense: '899.99' })])).toMatchObject([
      { level: 'calibre' },
    ]);
  });

  test('stand by year, the latest first, sources in their order', () => {
    const years = figuresByYear([
      { year: 2023, ...of('TAX', {}) },
      { year: 2024, ...of('STATISTICS', {}) },
      { year: 2024, ...of('AUDIT', {}) },
    ]);
    expect(years.map((year) => [year.year, year.sources.map((source) => source.source)])).toEqual([
      [2024, ['AUDIT', 'STATISTICS']],
      [2023, ['TAX']],
    ]);
  });
});

describe('a title', () => {
  const held = { from: '2025-01-10', until: '2028-01-09', status: 'valid' } as const;

  test('stands by the day', () => {
    expect(
      ['2025-01-09', '2025-01-10', '2027-07-12', '2027-07-13', '2028-01-09', '2028-01-10'].map((day) => titleState(held, day)),
    ).toEqual(['coming', 'valid', 'valid', 'expiring', 'expiring', 'expired']);
    expect(titleState({ ...held, until: null }, '2100-01-01')).toBe('valid');
    expect(holdsOn({ ...held, status: 'revoked' }, '2026-01-01')).toBe(false);
  });

  test('counts one from its first day until the day after its last, whenever it ends', () => {
    const sum = (postings: readonly { day: string; value: string }[], day: string): number =>
      postings.filter((posting) => posting.day <= day).reduce((total, posting) => total + Number(posting.value), 0);
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, day, (a, b, ends, asked) => {
        const [from, until] = a <= b ? [a, b] : [b, a];
        const postings = [...stockOfGrant(from, until), ...stockOfEnd(from, until, ends)];
        expect(sum(postings, asked)).toBe(asked >= from && asked <= until && asked < (ends < from ? from : ends) ? 1 : 0);
      }),
    );
    expect(stockOfGrant('2025-01-01', null)).toEqual([{ day: '2025-01-01', value: '1' }]);
  });

  test('that ran out without a new one, or runs out soon, is said on the profile', () => {
    const says = (titles: readonly { name: string; from: string; until: string | null; status: 'valid' }[], day: string) =>
      warningsOf({ uscc: null, usccCheck: null, titles, years: [] }, day);
    const hnte = { name: '高企', ...held };
    expect(says([hnte], '2028-01-01')).toEqual(['高企将于 2028-01-09 到期，还有 8 天']);
    expect(says([hnte], '2028-01-09')).toEqual(['高企今天到期']);
    expect(says([hnte], '2028-02-01')).toEqual(['高企已于 2028-01-09 到期，没有新的证书']);
    expect(says([hnte, { ...hnte, from: '2028-01-10', until: '2031-01-09' }], '2028-02-01')).toEqual([]);
  });
});

test('filters of an address are read strictly', () => {
  expect(readItems('a, b%2Cc,')).toEqual(['a', 'b,c']);
  expect(readItems(' ')).toBeUndefined();
  expect(readRange('2024-01-01..', 'day')).toEqual({ from: '2024-01-01', to: null });
  expect(readRange('..100.5', 'number')).toEqual({ from: null, to: '100.5' });
  for (const text of ['2024-02-30..', '..', 'x', '1..2..3'])
    expect(readRange(text, text.includes('-') ? 'day' : 'number'), text).toBeNull();
});

test('what happened is told in one sentence', () => {
  expect(timelineWords('change', { field: 'registeredCapital', before: '570000.00', after: '600000', reason: '增资' })).toBe(
    '注册资本由“57万元”变更为“60万元”。理由：增资',
  );
  expect(timelineWords('title-ended', { name: '高企', number: 'GR1', status: 'revoked', reason: '造假' })).toBe(
    '高企（GR1）被撤销。理由：造假',
  );
  expect(timelineWords('finance', { year: 2024, source: 'TAX', corrected: true })).toBe('更正 2024 年税务申报数据');
  expect(timelineWords('absorbed', { name: '甲', uscc: null, moved: { 资质: 2, 联系人: 0 } })).toBe('合并重复主体“甲”，并入资质2项');
});
