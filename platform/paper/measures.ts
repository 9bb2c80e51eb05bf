// The measures of GB/T 9704-2012 that Word and PDF share.

/** Millimetres: A4, margins 37, 35, 28 and 26, so that the text block is 156 × 225 (5.2). */
export const sheet = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const;

/** Points of the sizes by name: 一号 to 小四. */
export const size = { title: 22, body: 16, pageNumber: 14, table: 12, note: 10.5 } as const;

/** 22 lines fill a page at this pitch (5.2.3). */
export const linePitch = 28.95;

export const charactersInLine = 28;

const pointsInMillimetre = 72 / 25.4;
export const blockWidth = (sheet.width - sheet.left - sheet.right) * pointsInMillimetre;

/** What 28 characters of 16 pt are drawn together by, so that they fill 156 mm. */
export const tracking = blockWidth / charactersInLine - size.body;

/** Rows of a table that is never parted between pages. */
export const wholeTable = 8;

/** Twentieths of a point, the unit of Word. */
export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMillimetres = (millimetres: number): number => twips(millimetres * pointsInMillimetre);

/** Red of the head and the rule. */
export const red = 'E60012';
