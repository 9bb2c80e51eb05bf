// Tells a cell or label that is nothing but a place.

/** A cell or label that is nothing but a place. */
export const isPlace = (text: string): boolean =>
  /^[一-龥]{1,8}(?:省|市|区|县|州|盟|旗)$/.test(text) && !/^(?:全|我|本|各)[省市区县]$/.test(text);
